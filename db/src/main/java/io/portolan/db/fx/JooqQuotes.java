package io.portolan.db.fx;

import static io.portolan.db.generated.Tables.QUOTE;

import io.portolan.db.column.Columns;
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
        FirmRate firm = quote.firmRate();
        QuoteRecord row = new QuoteRecord();
        row.setId(quote.id());
        row.setMerchantId(quote.merchant());
        row.setSourceCurrency(quote.source().currency());
        row.setSourceAmount(quote.source().minorUnits());
        row.setFeeAmount(quote.fee().minorUnits());
        row.setDestinationCurrency(firm.buy().currency());
        row.setDestinationAmount(firm.buy().minorUnits());
        row.setRate(Columns.decimal(firm.rate()));
        row.setDealerQuote(firm.dealerQuote());
        row.setRateExpiresAt(firm.expiresAt());
        row.setCreatedAt(quote.createdAt());
        return row;
    }

    private static Quote quoteOf(QuoteRecord row) {
        Money source = new Money(row.getSourceCurrency(), row.getSourceAmount());
        Money fee = new Money(row.getSourceCurrency(), row.getFeeAmount());
        Money destination = new Money(row.getDestinationCurrency(), row.getDestinationAmount());
        FirmRate firm = Columns.firmRate(
                source.minus(fee), destination, row.getRate(), row.getDealerQuote(), row.getRateExpiresAt());
        return new Quote(row.getId(), row.getMerchantId(), source, fee, firm, row.getCreatedAt());
    }
}
