package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.PAYMENT;
import static io.portolan.db.generated.Tables.PAYMENT_METADATA;

import io.portolan.db.column.MultiRowInsert;
import io.portolan.db.generated.tables.records.PaymentMetadataRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments.QuoteAlreadyUsed;
import io.portolan.domain.plan.UnwindPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Writes payments and what a change made different. */
final class PaymentWriter {
    private PaymentWriter() {}

    static void insert(DSLContext sql, PaymentChange change) {
        Payment payment = change.payment();
        insertRow(sql, payment);
        Parties.insert(sql, payment);
        insertMetadata(sql, payment);
        Instructions.write(sql, List.of(), payment.state().instructions());
        writePlan(sql, payment);
        Events.append(sql, payment.id(), change.events());
    }

    /** The payment's row must be locked. */
    static void update(DSLContext sql, Payment before, PaymentChange change) {
        Payment after = change.payment();
        if (!after.equals(before)) {
            sql.update(PAYMENT)
                    .set(PaymentRows.changeableColumns(after))
                    .where(PAYMENT.ID.eq(after.id()))
                    .execute();
        }
        if (!after.order().payee().equals(before.order().payee())) {
            Parties.updatePayee(sql, after);
        }
        Instructions.write(sql, before.state().instructions(), after.state().instructions());
        if (!Objects.equals(after.state().unwindPlan(), before.state().unwindPlan())) {
            writePlan(sql, after);
        }
        Events.append(sql, after.id(), change.events());
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

    private static void writePlan(DSLContext sql, Payment payment) {
        UnwindPlan plan = payment.state().unwindPlan();
        if (plan != null) {
            UnwindPlans.write(sql, payment.id(), plan);
        }
    }
}
