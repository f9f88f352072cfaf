package io.portolan.simulators.fxdealer;

import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.store.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** All quotes, never deleted: a trade refers to its quote long after that has expired. */
final class Quotes {

    void add(Sql sql, Quote quote) {
        sql.update(
                "insert into quote (id, sell_currency, sell_amount, buy_currency, buy_amount, rate, mid_rate,"
                        + " reference, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                quote.id(),
                quote.sell().currency(),
                quote.sell().minorUnits(),
                quote.buy().currency(),
                quote.buy().minorUnits(),
                quote.rate().customer().toPlainString(),
                quote.rate().mid().toPlainString(),
                quote.reference(),
                quote.expiresAt());
    }

    Optional<Quote> find(Sql sql, String id) {
        return sql.first("select * from quote where id = ?", Quotes::read, id);
    }

    private static Quote read(ResultSet row) throws SQLException {
        return new Quote(
                row.getString("id"),
                new Money(Currency.valueOf(row.getString("sell_currency")), row.getLong("sell_amount")),
                new Money(Currency.valueOf(row.getString("buy_currency")), row.getLong("buy_amount")),
                new Rate(new BigDecimal(row.getString("rate")), new BigDecimal(row.getString("mid_rate"))),
                row.getString("reference"),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
