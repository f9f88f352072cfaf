package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;
import static io.portolan.db.generated.Tables.PAYMENT_METADATA;

import io.portolan.db.column.MultiRowInsert;
import io.portolan.db.generated.tables.records.PaymentMetadataRecord;
import io.portolan.db.payment.plan.Plans;
import io.portolan.db.transaction.ServerError;
import io.portolan.domain.payment.Order;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.payment.Payments.QuoteAlreadyUsed;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Writes payments and what a change made different. */
final class PaymentWriter {
    private PaymentWriter() {}

    static void insert(DSLContext sql, Payment payment) {
        insertRow(sql, payment);
        Parties.insert(sql, payment);
        insertMetadata(sql, payment);
        PaymentState state = payment.state();
        Plans.write(sql, payment.id(), List.of(), state.plans());
        Instructions.write(sql, List.of(), state.instructions());
        Refunds.write(sql, payment.id(), List.of(), state.refunds());
    }

    /**
     * The payment's row must be locked.
     *
     * @throws IllegalArgumentException if what was ordered, promised or routed is different: that is frozen, but for the payee
     */
    static void update(DSLContext sql, Payment before, Payment after) {
        if (after.equals(before)) {
            return;
        }
        requireFrozen(before, after);
        sql.update(PAYMENT)
                .set(PaymentRows.changeableColumns(after))
                .where(PAYMENT.ID.eq(after.id()))
                .execute();
        if (!after.order().equals(before.order())) {
            Parties.updatePayee(sql, after);
        }
        PaymentState old = before.state();
        PaymentState state = after.state();
        Plans.write(sql, after.id(), old.plans(), state.plans());
        Instructions.write(sql, old.instructions(), state.instructions());
        Refunds.write(sql, after.id(), old.refunds(), state.refunds());
    }

    private static void requireFrozen(Payment before, Payment after) {
        Order order = before.order().withPayee(after.order().payee());
        Payment expected = new Payment(
                before.id(),
                before.merchant(),
                order,
                before.price(),
                before.route(),
                after.state(),
                before.createdAt(),
                after.updatedAt());
        if (!expected.equals(after)) {
            throw new IllegalArgumentException("the order, price and route of payment " + before.id() + " are frozen");
        }
    }

    /** First of all, as the quote may have been used already. */
    private static void insertRow(DSLContext sql, Payment payment) {
        try {
            sql.insertInto(PAYMENT).set(PaymentRows.fullRow(payment)).execute();
        } catch (DataAccessException failure) {
            if (ServerError.isDuplicateOf(failure, "uq_payment_quote")) {
                throw new QuoteAlreadyUsed(payment.order().quote());
            }
            throw failure;
        }
    }

    private static void insertMetadata(DSLContext sql, Payment payment) {
        List<PaymentMetadataRecord> rows = new ArrayList<>();
        payment.order()
                .metadata()
                .forEach((name, value) -> rows.add(new PaymentMetadataRecord(payment.id(), rows.size(), name, value)));
        MultiRowInsert.execute(sql, PAYMENT_METADATA, rows);
    }
}
