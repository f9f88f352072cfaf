package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;

import io.portolan.db.column.MoneyColumns;
import io.portolan.db.column.RateColumns;
import io.portolan.db.generated.tables.records.PaymentRecord;
import io.portolan.domain.fx.Price;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;

/** The row of the payment itself: what is written once, what changes, and how its price is read. */
final class PaymentRows {
    private static final MoneyColumns SOURCE = new MoneyColumns(PAYMENT.SOURCE_CURRENCY, PAYMENT.SOURCE_AMOUNT);
    private static final RateColumns RATE = new RateColumns(
            new MoneyColumns(PAYMENT.DESTINATION_CURRENCY, PAYMENT.DESTINATION_AMOUNT),
            PAYMENT.RATE,
            PAYMENT.DEALER_QUOTE,
            PAYMENT.RATE_EXPIRES_AT);

    private PaymentRows() {}

    static PaymentRecord fullRow(Payment payment) {
        PaymentRecord row = changeableColumns(payment);
        row.setId(payment.id());
        row.setMerchantId(payment.merchant());
        row.setCreatedAt(payment.createdAt());
        setOrder(row, payment.order());
        setPrice(row, payment.price());
        RouteColumns.set(row, payment.route());
        return row;
    }

    /** The columns that a change may change. */
    static PaymentRecord changeableColumns(Payment payment) {
        PaymentRecord row = new PaymentRecord();
        StateColumns.set(row, payment.state());
        row.setDueAt(payment.dueAt());
        row.setUpdatedAt(payment.updatedAt());
        return row;
    }

    static Price priceOf(PaymentRecord row) {
        Money source = SOURCE.require(row);
        Money fee = new Money(source.currency(), row.getFeeAmount());
        return new Price(source, fee, RATE.get(row, source.minus(fee)));
    }

    private static void setOrder(PaymentRecord row, Order order) {
        row.setOrderReference(order.reference());
        row.setQuoteId(order.quote());
        row.setMaxSlippageBasisPoints(order.maxSlippageBasisPoints());
        row.setPurpose(order.purpose());
    }

    private static void setPrice(PaymentRecord row, Price price) {
        SOURCE.set(row, price.source());
        row.setFeeAmount(price.fee().minorUnits());
        RATE.set(row, price.firmRate());
    }
}
