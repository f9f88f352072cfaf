package io.portolan.db.decision;

import static io.portolan.db.generated.Tables.DECISION;
import static org.jooq.impl.DSL.min;

import io.portolan.db.generated.tables.records.DecisionRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.exception.DataAccessException;

/** Decisions in MySQL. The table itself keeps an id to one decision, a decision from its maker's own approval, and what has ended as it ended. */
public final class JooqDecisions implements Decisions {
    private static final int MAX_LISTED = 200;

    private final Transactions transactions;

    public JooqDecisions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public RecordedDecision add(RecordedDecision decision) {
        return transactions.required(() -> {
            try {
                transactions
                        .sql()
                        .insertInto(DECISION)
                        .set(DecisionRows.recordOf(decision))
                        .execute();
                return decision;
            } catch (DataAccessException failure) {
                if (ServerError.isDuplicateKey(failure)) {
                    return requireRepeat(decision);
                }
                throw failure;
            }
        });
    }

    @Override
    public Optional<RecordedDecision> find(PaymentId payment, String id) {
        return list(isOf(payment, id), 1).stream().findFirst();
    }

    @Override
    public List<RecordedDecision> of(PaymentId payment) {
        return list(DECISION.PAYMENT_ID.eq(payment), Integer.MAX_VALUE);
    }

    @Override
    public List<RecordedDecision> listApproved(PaymentId payment) {
        return list(
                DECISION.PAYMENT_ID.eq(payment).and(DECISION.STATUS.eq(DecisionStatus.APPROVED)), Integer.MAX_VALUE);
    }

    @Override
    public List<RecordedDecision> listProposed() {
        return list(DECISION.STATUS.eq(DecisionStatus.PROPOSED), MAX_LISTED);
    }

    @Override
    public List<PaymentId> listAwaitingEffect(int limit) {
        return transactions
                .sql()
                .select(DECISION.PAYMENT_ID)
                .from(DECISION)
                .where(DECISION.STATUS.eq(DecisionStatus.APPROVED))
                .groupBy(DECISION.PAYMENT_ID)
                .orderBy(min(DECISION.MADE_AT), DECISION.PAYMENT_ID)
                .limit(limit)
                .fetch(DECISION.PAYMENT_ID);
    }

    @Override
    public boolean approve(PaymentId payment, String id, Approval approval) {
        DecisionRecord row = new DecisionRecord();
        row.setStatus(DecisionStatus.APPROVED);
        DecisionRows.setApproval(row, approval);
        try {
            return update(row, isOf(payment, id).and(DECISION.STATUS.eq(DecisionStatus.PROPOSED)));
        } catch (DataAccessException failure) {
            if (ServerError.isViolationOf(failure, "ck_decision_checker")) {
                throw new IllegalArgumentException(approval.checker() + " cannot approve his own decision", failure);
            }
            throw failure;
        }
    }

    /** Only what was approved is ever applied. */
    @Override
    public boolean end(PaymentId payment, String id, Ending ending) {
        DecisionRecord row = new DecisionRecord();
        row.setStatus(ending.status());
        DecisionRows.setEnding(row, ending);
        Set<DecisionStatus> from = ending.status() == DecisionStatus.APPLIED
                ? Set.of(DecisionStatus.APPROVED)
                : Set.of(DecisionStatus.PROPOSED, DecisionStatus.APPROVED);
        return update(row, isOf(payment, id).and(DECISION.STATUS.in(from)));
    }

    private boolean update(DecisionRecord row, Condition condition) {
        return transactions.required(() ->
                transactions.sql().update(DECISION).set(row).where(condition).execute() == 1);
    }

    /** What is recorded under the id, if it is the same decision. */
    private RecordedDecision requireRepeat(RecordedDecision repeat) {
        String id = repeat.decision().header().id();
        RecordedDecision known = list(DECISION.ID.eq(id), 1).getFirst();
        if (!repeat.decision().isRepeatOf(known.decision())) {
            throw new DecisionIdUsed(id);
        }
        return known;
    }

    private List<RecordedDecision> list(Condition condition, int limit) {
        return transactions
                .sql()
                .selectFrom(DECISION)
                .where(condition)
                .orderBy(DECISION.MADE_AT, DECISION.ID)
                .limit(limit)
                .fetch(DecisionRows::recordedOf);
    }

    private static Condition isOf(PaymentId payment, String id) {
        return DECISION.PAYMENT_ID.eq(payment).and(DECISION.ID.eq(id));
    }
}
