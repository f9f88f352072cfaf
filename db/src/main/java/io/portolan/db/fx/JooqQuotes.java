package io.portolan.db.fx;

import static io.portolan.db.generated.Tables.QUOTE;

import io.portolan.db.column.MoneyColumns;
import io.portolan.db.column.RateColumns;
import io.portolan.db.generated.tables.records.QuoteRecord;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.fx.Quotes;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.money.Money;
import java.util.Optional;

/** Quotes in MySQL. */
public final class JooqQuotes implements Quotes {
    private static final MoneyColumns SOURCE = new MoneyColumns(QUOTE.SOURCE_CURRENCY, QUOTE.SOURCE_AMOUNT);
    private static final RateColumns RATE = new RateColumns(
            new MoneyColumns(QUOTE.DESTINATION_CURRENCY, QUOTE.DESTINATION_AMOUNT),
            QUOTE.RATE,
            QUOTE.DEALER_QUOTE,
            QUOTE.RATE_EXPIRES_AT);

    private final Transactions transactions;

    public JooqQuotes(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Quote quote) {
        transactions.run(
                () -> transactions.sql().insertInto(QUOTE).set(recordOf(quote)).execute());
    }

    @Override
    public Optional<Quote> find(MerchantId merchant, QuoteId id) {
        return transactions
                .sql()
                .selectFrom(QUOTE)
                .where(QUOTE.ID.eq(id), QUOTE.MERCHANT_ID.eq(merchant))
                .fetchOptional(JooqQuotes::quoteOf);
    }

    private static QuoteRecord recordOf(Quote quote) {
        QuoteRecord row = new QuoteRecord();
        row.setId(quote.id());
        row.setMerchantId(quote.merchant());
        SOURCE.set(row, quote.source());
        row.setFeeAmount(quote.fee().minorUnits());
        RATE.set(row, quote.firmRate());
        row.setCreatedAt(quote.createdAt());
        return row;
    }

    private static Quote quoteOf(QuoteRecord row) {
        Money source = SOURCE.require(row);
        Money fee = new Money(row.getSourceCurrency(), row.getFeeAmount());
        FirmRate firm = RATE.get(row, source.minus(fee));
        return new Quote(row.getId(), row.getMerchantId(), source, fee, firm, row.getCreatedAt());
    }
}
