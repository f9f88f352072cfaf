package io.portolan.db.payment.plan;

import static io.portolan.db.generated.Tables.MOVEMENT;

import io.portolan.db.column.MultiRowInsert;
import io.portolan.db.generated.tables.records.MovementRecord;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.Plan;
import org.jooq.DSLContext;

/** Movements as rows. */
final class Movements {
    private Movements() {}

    static void insert(DSLContext sql, PaymentId payment, Plan plan) {
        MultiRowInsert.execute(
                sql,
                MOVEMENT,
                plan.movements().stream()
                        .map(movement -> recordOf(payment, plan.number(), movement))
                        .toList());
    }

    static Movement movementOf(MovementRecord row) {
        return new Movement(
                row.getNumber(),
                row.getKind(),
                TermsColumns.get(row),
                row.getBearer(),
                row.getToleranceBasisPoints(),
                EntryLines.parse(row.getEntries()));
    }

    private static MovementRecord recordOf(PaymentId payment, int plan, Movement movement) {
        MovementRecord row = new MovementRecord();
        row.setPaymentId(payment);
        row.setPlan(plan);
        row.setNumber(movement.number());
        row.setKind(movement.kind());
        TermsColumns.set(row, movement.terms());
        row.setBearer(movement.bearer());
        row.setToleranceBasisPoints(movement.toleranceBasisPoints());
        row.setEntries(EntryLines.format(movement.entries()));
        return row;
    }
}
