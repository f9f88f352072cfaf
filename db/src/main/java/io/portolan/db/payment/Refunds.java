package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.REFUND;

import io.portolan.db.column.MoneyColumns;
import io.portolan.db.column.MultiRowInsert;
import io.portolan.db.generated.tables.records.RefundRecord;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Refund;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** A payment's refunds as rows. Each has a plan of its own, so the plans' numbers keep the order of the requests. */
final class Refunds {
    private static final MoneyColumns AMOUNT = new MoneyColumns(REFUND.CURRENCY, REFUND.AMOUNT);

    private Refunds() {}

    /** Each payment's refunds in the order in which they were asked for; a payment without any is left out. */
    static Map<PaymentId, List<Refund>> of(DSLContext sql, Collection<PaymentId> payments) {
        return sql.selectFrom(REFUND)
                .where(REFUND.PAYMENT_ID.in(payments))
                .orderBy(REFUND.PAYMENT_ID, REFUND.PLAN)
                .fetchGroups(REFUND.PAYMENT_ID, Refunds::refundOf);
    }

    /** Writes those that are new, after their plans. */
    static void write(DSLContext sql, PaymentId payment, List<Refund> before, List<Refund> after) {
        if (!after.subList(0, before.size()).equals(before)) {
            throw new IllegalArgumentException("a refund that was asked for stays as it is");
        }
        List<RefundRecord> added = after.stream()
                .skip(before.size())
                .map(refund -> recordOf(payment, refund))
                .toList();
        MultiRowInsert.execute(sql, REFUND, added);
    }

    private static RefundRecord recordOf(PaymentId payment, Refund refund) {
        RefundRecord row = new RefundRecord();
        row.setId(refund.id());
        row.setPaymentId(payment);
        row.setPlan(refund.plan());
        AMOUNT.set(row, refund.amount());
        row.setReason(refund.reason());
        row.setRequestedAt(refund.requestedAt());
        return row;
    }

    private static Refund refundOf(RefundRecord row) {
        return new Refund(row.getId(), AMOUNT.require(row), row.getReason(), row.getPlan(), row.getRequestedAt());
    }
}
