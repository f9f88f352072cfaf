package io.portolan.db.column;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads values that take several columns. An optional one is absent when its first column is null. */
public final class Columns {
    private Columns() {}

    /** Money that may be absent. */
    public static @Nullable Money money(@Nullable Currency currency, @Nullable Long amount) {
        return currency == null || amount == null ? null : new Money(currency, amount);
    }

    /** A reason that may be absent. */
    public static @Nullable Reason reason(
            @Nullable String code, @Nullable String detail, Reason.@Nullable Remedy remedy) {
        return code == null || detail == null || remedy == null ? null : new Reason(code, detail, remedy);
    }

    /** A firm rate; its decimal keeps its decimals. */
    public static FirmRate firmRate(Money sell, Money buy, String rate, String dealerQuote, Instant expiresAt) {
        CurrencyPair pair = new CurrencyPair(sell.currency(), buy.currency());
        return new FirmRate(dealerQuote, sell, buy, new FxRate(pair, new BigDecimal(rate)), expiresAt);
    }

    /** The decimal of a rate as it is stored. */
    public static String decimal(FxRate rate) {
        return rate.value().toPlainString();
    }
}
