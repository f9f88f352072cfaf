package io.portolan.domain.fx;

import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import java.time.Instant;

/** The dealer's firm offer: what is sold, what it buys, at which rate, until when. It can be executed once. */
public record FirmRate(String dealerQuote, Money sell, Money buy, FxRate rate, Instant expiresAt) {
    public FirmRate {
        if (!sell.isPositive() || !buy.isPositive()) {
            throw new IllegalArgumentException("both sides of a firm rate are positive");
        }
        if (!rate.pair().source().equals(sell.currency())
                || !rate.pair().destination().equals(buy.currency())) {
            throw new IllegalArgumentException("the rate is for " + rate.pair());
        }
    }
}
