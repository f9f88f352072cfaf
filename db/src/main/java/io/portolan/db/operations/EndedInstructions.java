package io.portolan.db.operations;

import static io.portolan.db.generated.Tables.INSTRUCTION;
import static io.portolan.db.generated.Tables.PAYMENT;
import static io.portolan.db.generated.Tables.RECHECK;
import static io.portolan.db.generated.Tables.RECHECK_CURSOR;

import io.portolan.db.generated.tables.records.InstructionRecord;
import io.portolan.db.generated.tables.records.RecheckCursorRecord;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Answer.Witness;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.operations.Recheck;
import io.portolan.domain.operations.Recheck.Cause;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The instructions to be asked about again, of the payments behind the cursor, which moves on with them. Locks the cursor, so that each payment is looked at once. */
final class EndedInstructions {
    private final DSLContext sql;
    private final Map<PaymentId, Instant> changes = new LinkedHashMap<>();

    private record Ended(InstructionKey key, Cause cause) {}

    EndedInstructions(DSLContext sql) {
        this.sql = sql;
    }

    /** How many payments were looked at. */
    int payments() {
        return changes.size();
    }

    /** The first round of each that was not begun with before. */
    List<Recheck> findNew(Instant before, int limit) {
        readChanges(before, limit);
        if (changes.isEmpty()) {
            return List.of();
        }
        Set<Ended> known = known();
        return sql
                .selectFrom(INSTRUCTION)
                .where(INSTRUCTION.PAYMENT_ID.in(changes.keySet()))
                .and(INSTRUCTION
                        .BOOKING
                        .eq(BookingStatus.REJECTED)
                        .or(INSTRUCTION.WITNESS.eq(Witness.EVIDENCE))
                        .or(INSTRUCTION.SETTLEMENT.eq(SettlementStatus.RETURNED)))
                .fetch()
                .stream()
                .flatMap(row -> endedOf(row).stream())
                .filter(ended -> !known.contains(ended))
                .map(this::firstOf)
                .toList();
    }

    private void readChanges(Instant before, int limit) {
        RecheckCursorRecord cursor = sql.selectFrom(RECHECK_CURSOR).forUpdate().fetchSingle();
        sql.select(PAYMENT.ID, PAYMENT.UPDATED_AT)
                .from(PAYMENT)
                .where(PAYMENT.UPDATED_AT.ge(cursor.getChangedAt()), PAYMENT.UPDATED_AT.lt(before))
                .and(PAYMENT.UPDATED_AT
                        .gt(cursor.getChangedAt())
                        .or(PAYMENT.ID.coerce(String.class).gt(cursor.getLastPayment())))
                .orderBy(PAYMENT.UPDATED_AT, PAYMENT.ID)
                .limit(limit)
                .forEach(row -> {
                    changes.put(row.value1(), row.value2());
                    cursor.setChangedAt(row.value2());
                    cursor.setLastPayment(row.value1().value());
                });
        if (!changes.isEmpty()) {
            sql.update(RECHECK_CURSOR)
                    .set(RECHECK_CURSOR.CHANGED_AT, cursor.getChangedAt())
                    .set(RECHECK_CURSOR.LAST_PAYMENT, cursor.getLastPayment())
                    .execute();
        }
    }

    private Set<Ended> known() {
        return sql
                .select(RECHECK.PAYMENT_ID, RECHECK.PLAN, RECHECK.MOVEMENT, RECHECK.ATTEMPT, RECHECK.CAUSE)
                .from(RECHECK)
                .where(RECHECK.PAYMENT_ID.in(changes.keySet()))
                .fetch(row -> new Ended(
                        new InstructionKey(row.value1(), row.value2(), row.value3(), row.value4()), row.value5()))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private Recheck firstOf(Ended ended) {
        Instant changedAt = Objects.requireNonNull(changes.get(ended.key().payment()));
        return Recheck.first(ended.key(), ended.cause(), changedAt);
    }

    private static Optional<Ended> endedOf(InstructionRecord row) {
        InstructionKey key = new InstructionKey(row.getPaymentId(), row.getPlan(), row.getMovement(), row.getAttempt());
        return Cause.of(row.getBooking(), row.getSettlement(), row.getWitness()).map(cause -> new Ended(key, cause));
    }
}
