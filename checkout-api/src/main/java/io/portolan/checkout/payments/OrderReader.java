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
    private static final int MOST_METADATA = 20;
    private static final TextRule REFERENCE = TextRule.upTo(64);
    private static final TextRule PURPOSE = TextRule.shaped(
            "[A-Z]{4}", "purpose-code", "Give a purpose code of ISO 20022: four capital letters, such as GDDS.");
    private static final TextRule METADATA_NAME = TextRule.upTo(64);
    private static final TextRule METADATA_VALUE = TextRule.perhapsEmptyUpTo(500);
    private static final TextRule QUOTE = TextRule.shaped(
            "quo_[0-9A-HJKMNP-TV-Z]{20}", "quote-unknown", "Give the id of a quote, as POST /v1/quotes answered it.");

    private OrderReader() {}

    /** The quote that is to pay, if the body names one in the shape of an id. */
    static Optional<QuoteId> quote(Fields fields) {
        String id = fields.text("quote", QUOTE);
        return id.isEmpty() ? Optional.empty() : Optional.of(new QuoteId(id));
    }

    /** The order over this quote, if nothing in the body is wrong. */
    static Optional<Order> read(Fields fields, Optional<QuoteId> quote) {
        String reference = fields.text("order_reference", REFERENCE);
        int slippage = fields.wholeNumber("max_slippage_bps", 0, 10_000, 0);
        Optional<Party> payer = fields.object("payer", PartyReader::payer);
        Optional<Party> payee = fields.object("payee", PartyReader::payee);
        String purpose = fields.text("purpose", PURPOSE);
        Map<String, String> metadata = fields.texts("metadata", MOST_METADATA, METADATA_NAME, METADATA_VALUE);
        fields.nothingElse();
        if (fields.complaints().any()) {
            return Optional.empty();
        }
        return Optional.of(new Order(
                reference, quote.orElseThrow(), slippage, payer.orElseThrow(), payee.orElseThrow(), purpose, metadata));
    }
}
