package io.portolan.domain.payment;

import io.portolan.domain.fx.QuoteId;
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
    public Order {
        metadata = Map.copyOf(metadata);
        if (maxSlippageBasisPoints < 0 || maxSlippageBasisPoints > 10_000) {
            throw new IllegalArgumentException("slippage is 0 to 10000 basis points");
        }
    }

    public Order withPayee(Party corrected) {
        return new Order(reference, quote, maxSlippageBasisPoints, payer, corrected, purpose, metadata);
    }
}
