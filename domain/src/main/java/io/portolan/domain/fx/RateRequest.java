package io.portolan.domain.fx;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** Asks the dealer for a firm rate with one amount given. */
public sealed interface RateRequest {
    CurrencyPair pair();

    /** The merchant's order reference, where there is an order yet. */
    @Nullable
    String reference();

    /** So much is sold. */
    record Selling(
            Money sell, Currency buyCurrency, @Nullable String reference) implements RateRequest {
        @Override
        public CurrencyPair pair() {
            return new CurrencyPair(sell.currency(), buyCurrency);
        }
    }

    /** So much is bought. */
    record Buying(
            Currency sellCurrency, Money buy, @Nullable String reference) implements RateRequest {
        @Override
        public CurrencyPair pair() {
            return new CurrencyPair(sellCurrency, buy.currency());
        }
    }
}
