package io.portolan.domain.payment;

import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.input.Input;
import io.portolan.domain.input.NumberRule;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.TextRule;
import io.portolan.domain.input.TextsRule;
import io.portolan.domain.party.Party;
import java.util.Map;

/** What the merchant asked for. The payee can be corrected later; nothing else changes. */
public record Order(
        String reference,
        QuoteId quote,
        int maxSlippageBasisPoints,
        Party payer,
        Party payee,
        String purpose,
        Map<String, String> metadata) {
    public static final TextRule REFERENCE = TextRule.nonBlankUpTo(64);
    public static final NumberRule MAX_SLIPPAGE = NumberRule.between(0, 10_000);
    public static final TextRule PURPOSE = TextRule.matching(
            "[A-Z]{4}", "purpose-code", "Must be an ISO 20022 purpose code: four capital letters, such as GDDS.");
    public static final TextsRule METADATA =
            new TextsRule(20, TextRule.nonBlankUpTo(64), TextRule.possiblyEmptyUpTo(500));

    /** A payment request. Without {@code max_slippage_bps} the merchant tolerates no slippage. */
    public static final ObjectRule RULE = ObjectRule.empty()
            .required("order_reference", REFERENCE)
            .required("quote", QuoteId.RULE)
            .optional("max_slippage_bps", MAX_SLIPPAGE)
            .required("payer", Party.PAYER)
            .required("payee", Party.PAYEE)
            .required("purpose", PURPOSE)
            .optional("metadata", METADATA);

    public Order {
        metadata = Map.copyOf(metadata);
        REFERENCE.require("order_reference", reference);
        MAX_SLIPPAGE.require("max_slippage_bps", maxSlippageBasisPoints);
        PURPOSE.require("purpose", purpose);
        METADATA.require("metadata", metadata);
    }

    /** The order of an input that was checked by {@link #RULE}. */
    public static Order of(Input input) {
        return new Order(
                input.requireText("order_reference"),
                new QuoteId(input.requireText("quote")),
                input.number("max_slippage_bps").map(Math::toIntExact).orElse(0),
                Party.of(input.requireObject("payer")),
                Party.of(input.requireObject("payee")),
                input.requireText("purpose"),
                input.texts("metadata"));
    }

    public Order withPayee(Party corrected) {
        return new Order(reference, quote, maxSlippageBasisPoints, payer, corrected, purpose, metadata);
    }
}
