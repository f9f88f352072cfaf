package io.portolan.checkout.payments;

import io.portolan.checkout.requests.Fields;
import io.portolan.checkout.requests.TextRule;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Order;
import java.util.Map;
import java.util.Optional;

/** Reads what a merchant orders. What is wrong is noted in the fields' complaints. */
final class OrderReader {
    private static final int MAX_METADATA_ENTRIES = 20;
    private static final TextRule REFERENCE = TextRule.nonBlankUpTo(64);
    private static final TextRule PURPOSE = TextRule.matching(
            "[A-Z]{4}", "purpose-code", "Give a purpose code of ISO 20022: four capital letters, such as GDDS.");
    private static final TextRule METADATA_NAME = TextRule.nonBlankUpTo(64);
    private static final TextRule METADATA_VALUE = TextRule.possiblyEmptyUpTo(500);
    private static final TextRule QUOTE = TextRule.matching(
            "quo_[0-9A-HJKMNP-TV-Z]{20}", "quote-unknown", "Give the id of a quote, as POST /v1/quotes answered it.");

    private OrderReader() {}

    /** The quote that is to pay, if the body names one in the shape of an id. */
    static Optional<QuoteId> readQuoteId(Fields fields) {
        String id = fields.text("quote", QUOTE);
        return id.isEmpty() ? Optional.empty() : Optional.of(new QuoteId(id));
    }

    /** The order over this quote, if nothing in the body is wrong. */
    static Optional<Order> read(Fields fields, Optional<QuoteId> quote) {
        String reference = fields.text("order_reference", REFERENCE);
        int slippage = fields.wholeNumber("max_slippage_bps", 0, 10_000, 0);
        Optional<Party> payer = fields.object("payer", PartyReader::readPayer);
        Optional<Party> payee = fields.object("payee", PartyReader::readPayee);
        String purpose = fields.text("purpose", PURPOSE);
        Map<String, String> metadata = fields.texts("metadata", MAX_METADATA_ENTRIES, METADATA_NAME, METADATA_VALUE);
        fields.rejectUnknown();
        if (fields.errors().hasAny()) {
            return Optional.empty();
        }
        return Optional.of(new Order(
                reference, quote.orElseThrow(), slippage, payer.orElseThrow(), payee.orElseThrow(), purpose, metadata));
    }
}
