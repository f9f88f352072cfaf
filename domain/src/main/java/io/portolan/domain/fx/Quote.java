package io.portolan.domain.fx;

import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.money.Money;
import java.time.Instant;

/**
 * A firm price for a merchant: all that the buyer pays, our fee within it, and what the seller gets. The rest of the source amount is what the
 * dealer's firm rate sells.
 */
public record Quote(QuoteId id, MerchantId merchant, Money source, Money fee, FirmRate firmRate, Instant createdAt) {
    public Quote {
        if (!source.minus(fee).equals(firmRate.sell())) {
            throw new IllegalArgumentException("source less fee is what the dealer sells");
        }
        if (fee.isNegative()) {
            throw new IllegalArgumentException("a fee is not negative");
        }
    }

    /** What the seller gets. */
    public Money destination() {
        return firmRate.buy();
    }

    /** A quote pays until the dealer's rate lapses. */
    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(firmRate.expiresAt());
    }
}
