package io.portolan.db.payment.plan;

import static io.portolan.db.generated.Tables.MOVEMENT;
import static io.portolan.db.generated.Tables.PLAN;

import io.portolan.db.column.MoneyColumns;
import io.portolan.db.column.ReasonColumns;
import io.portolan.db.generated.tables.records.PlanRecord;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A payment's plans as rows, with their movements. */
public final class Plans {
    private static final Field<?>[] KEY = {PLAN.PAYMENT_ID, PLAN.NUMBER};
    private static final ReasonColumns REASON =
            new ReasonColumns(PLAN.REASON_CODE, PLAN.REASON_DETAIL, PLAN.REASON_REMEDY);
    private static final MoneyColumns FX_RESULT = new MoneyColumns(PLAN.FX_RESULT_CURRENCY, PLAN.FX_RESULT_AMOUNT);
    private static final MoneyColumns BANK_FEES = new MoneyColumns(PLAN.BANK_FEES_CURRENCY, PLAN.BANK_FEES_AMOUNT);

    private Plans() {}

    /** Each payment's plans in the order of their numbers, by one statement; a payment without any is left out. */
    public static Map<PaymentId, List<Plan>> of(DSLContext sql, Collection<PaymentId> payments) {
        Map<PaymentId, List<Plan>> plans = new HashMap<>();
        sql.select(PLAN.fields())
                .select(MOVEMENT.fields())
                .from(PLAN)
                .join(MOVEMENT)
                .on(MOVEMENT.PAYMENT_ID.eq(PLAN.PAYMENT_ID), MOVEMENT.PLAN.eq(PLAN.NUMBER))
                .where(PLAN.PAYMENT_ID.in(payments))
                .orderBy(PLAN.PAYMENT_ID, PLAN.NUMBER, MOVEMENT.NUMBER)
                .fetchGroups(KEY)
                .values()
                .forEach(rows -> plans.computeIfAbsent(rows.getFirst().get(PLAN.PAYMENT_ID), _ -> new ArrayList<>())
                        .add(planOf(rows)));
        return plans;
    }

    /**
     * Writes those that are new, and the status of those that have another.
     *
     * @throws IllegalArgumentException if anything else of a plan is different: it is frozen
     */
    public static void write(DSLContext sql, PaymentId payment, List<Plan> before, List<Plan> after) {
        for (int i = 0; i < after.size(); i++) {
            Plan plan = after.get(i);
            if (i >= before.size()) {
                sql.insertInto(PLAN).set(recordOf(payment, plan)).execute();
                Movements.insert(sql, payment, plan);
            } else if (!before.get(i).equals(plan)) {
                requireFrozen(before.get(i), plan);
                updateStatus(sql, payment, plan);
            }
        }
    }

    private static void requireFrozen(Plan before, Plan after) {
        if (!before.with(after.status()).equals(after)) {
            throw new IllegalArgumentException("plan " + before.number() + " is frozen: only its status may change");
        }
    }

    private static void updateStatus(DSLContext sql, PaymentId payment, Plan plan) {
        sql.update(PLAN)
                .set(PLAN.STATUS, plan.status())
                .where(PLAN.PAYMENT_ID.eq(payment), PLAN.NUMBER.eq(plan.number()))
                .execute();
    }

    private static PlanRecord recordOf(PaymentId payment, Plan plan) {
        PlanRecord row = new PlanRecord();
        row.setPaymentId(payment);
        row.setNumber(plan.number());
        row.setPurpose(plan.purpose());
        row.setStatus(plan.status());
        REASON.set(row, plan.reason());
        PlanCost cost = plan.cost();
        FX_RESULT.set(row, cost == null ? null : cost.fxResult());
        BANK_FEES.set(row, cost == null ? null : cost.bankFees());
        row.setCostBearer(cost == null ? null : cost.bearer());
        row.setMadeAt(plan.madeAt());
        return row;
    }

    private static Plan planOf(List<? extends Record> rows) {
        PlanRecord plan = rows.getFirst().into(PLAN);
        List<Movement> movements = rows.stream()
                .map(row -> Movements.movementOf(row.into(MOVEMENT)))
                .toList();
        return new Plan(
                plan.getNumber(),
                plan.getPurpose(),
                plan.getStatus(),
                REASON.get(plan),
                movements,
                costOf(plan),
                plan.getMadeAt());
    }

    private static @Nullable PlanCost costOf(PlanRecord row) {
        return row.getCostBearer() == null
                ? null
                : new PlanCost(FX_RESULT.require(row), BANK_FEES.require(row), row.getCostBearer());
    }
}
