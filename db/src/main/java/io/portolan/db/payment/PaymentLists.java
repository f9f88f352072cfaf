package io.portolan.db.payment;

import static io.portolan.db.generated.Tables.INSTRUCTION;
import static io.portolan.db.generated.Tables.PAYMENT;
import static io.portolan.db.generated.Tables.REFUND;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.PaymentFilter;
import io.portolan.domain.payment.Payments.Changed;
import io.portolan.domain.payment.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** Lists of payments: their ids, by keyset in the order of creation, each list with an index of its own. */
final class PaymentLists {
    private PaymentLists() {}

    static List<PaymentId> matching(DSLContext sql, PaymentFilter filter) {
        return sql.select(PAYMENT.ID)
                .from(PAYMENT)
                .where(conditionOf(filter), before(sql, filter.after()))
                .orderBy(PAYMENT.CREATED_AT.desc(), PAYMENT.ID.desc())
                .limit(filter.limit())
                .fetch(PAYMENT.ID);
    }

    static List<PaymentId> needingAttention(DSLContext sql, Instant overdueBefore, int limit) {
        var parked = oldest(sql, PAYMENT.STAGE.eq(Stage.PARKED), limit);
        var overdue = oldest(sql, PAYMENT.IS_OPEN.isTrue().and(PAYMENT.CREATED_AT.lt(overdueBefore)), limit);
        var unknown = oldestWith(sql, INSTRUCTION.BOOKING.eq(BookingStatus.UNKNOWN), limit);
        var held = oldest(sql, PAYMENT.HELD_AT.isNotNull().and(PAYMENT.IS_OPEN.isTrue()), limit);
        return oldestOf(sql, parked.union(overdue).union(unknown).union(held), limit);
    }

    static List<PaymentId> open(DSLContext sql, String after, int limit) {
        Condition later = after.isEmpty() ? noCondition() : after(sql, new PaymentId(after));
        return oldest(sql, PAYMENT.IS_OPEN.isTrue().and(later), limit).fetch(PAYMENT.ID);
    }

    /** In the order of the ids, which is that of the time too, so that the index alone suffices. */
    static List<PaymentId> awaitingSettlement(DSLContext sql, String after, int limit) {
        Condition later = after.isEmpty() ? noCondition() : INSTRUCTION.PAYMENT_ID.gt(new PaymentId(after));
        return sql.selectDistinct(INSTRUCTION.PAYMENT_ID)
                .from(INSTRUCTION)
                .where(
                        INSTRUCTION.BOOKING.eq(BookingStatus.BOOKED),
                        INSTRUCTION.SETTLEMENT.eq(SettlementStatus.UNSETTLED),
                        later)
                .orderBy(INSTRUCTION.PAYMENT_ID)
                .limit(limit)
                .fetch(INSTRUCTION.PAYMENT_ID);
    }

    /** Payments that have ended, or wait for as long as it takes, have no due time, so the index holds but the rest. */
    static List<PaymentId> overdue(DSLContext sql, Instant before, int limit) {
        return sql.select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.DUE_AT.lt(before))
                .orderBy(PAYMENT.DUE_AT, PAYMENT.ID)
                .limit(limit)
                .fetch(PAYMENT.ID);
    }

    static List<PaymentId> ofRefund(DSLContext sql, RefundId refund) {
        return sql.select(REFUND.PAYMENT_ID)
                .from(REFUND)
                .where(REFUND.ID.eq(refund))
                .fetch(REFUND.PAYMENT_ID);
    }

    static List<Changed> changedSince(DSLContext sql, Instant since, int limit) {
        return sql.select(PAYMENT.ID, PAYMENT.UPDATED_AT)
                .from(PAYMENT)
                .where(PAYMENT.UPDATED_AT.ge(since))
                .orderBy(PAYMENT.UPDATED_AT.desc(), PAYMENT.ID.desc())
                .limit(limit)
                .fetch(row -> new Changed(row.value1(), row.value2()));
    }

    private static Condition conditionOf(PaymentFilter filter) {
        Condition condition = noCondition();
        MerchantId merchant = filter.merchant();
        if (merchant != null) {
            condition = condition.and(PAYMENT.MERCHANT_ID.eq(merchant));
        }
        if (!filter.stages().isEmpty()) {
            condition = condition.and(PAYMENT.STAGE.in(filter.stages()));
        }
        if (filter.orderReference() != null) {
            condition = condition.and(PAYMENT.ORDER_REFERENCE.eq(filter.orderReference()));
        }
        if (filter.createdAfter() != null) {
            condition = condition.and(PAYMENT.CREATED_AT.ge(filter.createdAfter()));
        }
        if (filter.createdBefore() != null) {
            condition = condition.and(PAYMENT.CREATED_AT.lt(filter.createdBefore()));
        }
        return condition;
    }

    /** The first part alone bounds the index; a row value comparison would not. */
    private static Condition before(DSLContext sql, @Nullable PaymentId last) {
        return last == null
                ? noCondition()
                : createdAt(sql, last)
                        .map(at -> PAYMENT.CREATED_AT
                                .le(at)
                                .and(PAYMENT.CREATED_AT.lt(at).or(PAYMENT.ID.lt(last))))
                        .orElseGet(PaymentLists::never);
    }

    private static Condition after(DSLContext sql, PaymentId last) {
        return createdAt(sql, last)
                .map(at ->
                        PAYMENT.CREATED_AT.ge(at).and(PAYMENT.CREATED_AT.gt(at).or(PAYMENT.ID.gt(last))))
                .orElseGet(PaymentLists::never);
    }

    private static Optional<Instant> createdAt(DSLContext sql, PaymentId id) {
        return sql.select(PAYMENT.CREATED_AT)
                .from(PAYMENT)
                .where(PAYMENT.ID.eq(id))
                .fetchOptional(PAYMENT.CREATED_AT);
    }

    private static Condition never() {
        return falseCondition();
    }

    private static Select<Record2<PaymentId, Instant>> oldest(DSLContext sql, Condition condition, int limit) {
        return sql.select(PAYMENT.ID, PAYMENT.CREATED_AT)
                .from(PAYMENT)
                .where(condition)
                .orderBy(PAYMENT.CREATED_AT, PAYMENT.ID)
                .limit(limit);
    }

    private static Select<Record2<PaymentId, Instant>> oldestWith(DSLContext sql, Condition condition, int limit) {
        return sql.selectDistinct(PAYMENT.ID, PAYMENT.CREATED_AT)
                .from(INSTRUCTION)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(INSTRUCTION.PAYMENT_ID))
                .where(condition)
                .orderBy(PAYMENT.CREATED_AT, PAYMENT.ID)
                .limit(limit);
    }

    private static List<PaymentId> oldestOf(DSLContext sql, Select<Record2<PaymentId, Instant>> union, int limit) {
        var found = union.asTable("found");
        return sql.select(found.field(PAYMENT.ID))
                .from(found)
                .orderBy(found.field(PAYMENT.CREATED_AT), found.field(PAYMENT.ID))
                .limit(limit)
                .fetch(found.field(PAYMENT.ID));
    }
}
