package io.portolan.db.operations;

import static io.portolan.db.generated.Tables.RECHECK;

import io.portolan.db.generated.tables.records.RecheckRecord;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.operations.Recheck;
import io.portolan.domain.operations.Recheck.Cause;
import io.portolan.domain.operations.Rechecks;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rechecks in MySQL. A row stays when its rounds are over, so that the same end of the same instruction is not begun with again. */
public final class JooqRechecks implements Rechecks {
    private final Transactions transactions;

    public JooqRechecks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int addEnded(Instant before, int limit) {
        return transactions.required(() -> {
            EndedInstructions ended = new EndedInstructions(transactions.sql());
            List<Recheck> added = ended.findNew(before, limit);
            transactions
                    .sql()
                    .batchInsert(added.stream().map(JooqRechecks::rowOf).toList())
                    .execute();
            return ended.payments();
        });
    }

    @Override
    public void addCallback(InstructionKey key, Instant at) {
        Recheck callback = Recheck.first(key, Cause.CALLBACK, at);
        transactions.run(() -> transactions
                .sql()
                .insertInto(RECHECK)
                .set(rowOf(callback))
                .onDuplicateKeyUpdate()
                .set(RECHECK.ENDED_AT, callback.endedAt())
                .set(RECHECK.ROUNDS, callback.round())
                .set(RECHECK.FAILURES, callback.failures())
                .set(RECHECK.DUE_AT, DSL.coalesce(DSL.least(RECHECK.DUE_AT, dueAt(at)), dueAt(at)))
                .execute());
    }

    @Override
    public List<Recheck> listDue(Instant now, int limit) {
        return transactions
                .sql()
                .selectFrom(RECHECK)
                .where(RECHECK.DUE_AT.le(now))
                .orderBy(RECHECK.DUE_AT)
                .limit(limit)
                .fetch(JooqRechecks::recheckOf);
    }

    @Override
    public boolean replace(Recheck done, Recheck next) {
        return update(done, next, next.dueAt());
    }

    @Override
    public boolean end(Recheck done) {
        return update(done, done, null);
    }

    private boolean update(Recheck done, Recheck next, @Nullable Instant dueAt) {
        return transactions.required(() -> transactions
                        .sql()
                        .update(RECHECK)
                        .set(RECHECK.ROUNDS, next.round())
                        .set(RECHECK.FAILURES, next.failures())
                        .set(RECHECK.DUE_AT, dueAt)
                        .where(isUnchanged(done))
                        .execute()
                == 1);
    }

    private static Condition isUnchanged(Recheck recheck) {
        InstructionKey key = recheck.key();
        return DSL.and(
                RECHECK.PAYMENT_ID.eq(key.payment()),
                RECHECK.PLAN.eq(key.plan()),
                RECHECK.MOVEMENT.eq(key.movement()),
                RECHECK.ATTEMPT.eq(key.attempt()),
                RECHECK.CAUSE.eq(recheck.cause()),
                RECHECK.ENDED_AT.eq(recheck.endedAt()),
                RECHECK.ROUNDS.eq(recheck.round()),
                RECHECK.FAILURES.eq(recheck.failures()),
                RECHECK.DUE_AT.eq(recheck.dueAt()));
    }

    private static Field<Instant> dueAt(Instant at) {
        return DSL.val(at, RECHECK.DUE_AT);
    }

    private static RecheckRecord rowOf(Recheck recheck) {
        InstructionKey key = recheck.key();
        RecheckRecord row = new RecheckRecord();
        row.setPaymentId(key.payment());
        row.setPlan(key.plan());
        row.setMovement(key.movement());
        row.setAttempt(key.attempt());
        row.setCause(recheck.cause());
        row.setEndedAt(recheck.endedAt());
        row.setRounds(recheck.round());
        row.setFailures(recheck.failures());
        row.setDueAt(recheck.dueAt());
        return row;
    }

    private static Recheck recheckOf(RecheckRecord row) {
        InstructionKey key = new InstructionKey(row.getPaymentId(), row.getPlan(), row.getMovement(), row.getAttempt());
        return new Recheck(key, row.getCause(), row.getEndedAt(), row.getRounds(), row.getFailures(), row.getDueAt());
    }
}
