package io.portolan.db.column;

import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;

/** A firm rate as what it buys, its decimal, the dealer's quote and its end. What is sold stands elsewhere in the row. */
public record RateColumns(MoneyColumns buy, Field<String> rate, Field<String> dealerQuote, Field<Instant> expiresAt) {
    public void set(Record row, FirmRate firm) {
        buy.set(row, firm.buy());
        row.set(rate, firm.rate().value().toPlainString());
        row.set(dealerQuote, firm.dealerQuote());
        row.set(expiresAt, firm.expiresAt());
    }

    /** The rate at which this is sold; its decimal keeps its decimals. */
    public FirmRate get(Record row, Money sell) {
        Money bought = buy.require(row);
        FxRate fxRate = new FxRate(new CurrencyPair(sell.currency(), bought.currency()), new BigDecimal(row.get(rate)));
        return new FirmRate(row.get(dealerQuote), sell, bought, fxRate, row.get(expiresAt));
    }
}
