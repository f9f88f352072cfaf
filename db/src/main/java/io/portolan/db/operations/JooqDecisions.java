package io.portolan.db.operations;

import static io.portolan.db.generated.Tables.DECISION;

import io.portolan.db.generated.tables.records.DecisionRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.operations.Decisions;
import java.util.List;
import org.jooq.exception.DataAccessException;

/** Decisions of operators, in MySQL. */
public final class JooqDecisions implements Decisions {
    private final Transactions transactions;

    public JooqDecisions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Decision decision) {
        transactions.run(() -> {
            try {
                transactions.sql().insertInto(DECISION).set(recordOf(decision)).execute();
            } catch (DataAccessException failure) {
                if (!ServerError.isDuplicateKey(failure)) {
                    throw failure;
                }
            }
        });
    }

    @Override
    public List<Decision> of(PaymentId payment) {
        return transactions
                .sql()
                .selectFrom(DECISION)
                .where(DECISION.PAYMENT_ID.eq(payment))
                .orderBy(DECISION.DECIDED_AT, DECISION.ID)
                .fetch(JooqDecisions::decisionOf);
    }

    private static DecisionRecord recordOf(Decision decision) {
        DecisionHeader header = decision.header();
        DecisionRecord row = new DecisionRecord();
        row.setId(header.id());
        row.setPaymentId(header.payment());
        row.setCode(decision.code());
        row.setOperator(header.operator());
        row.setReason(header.reason());
        row.setDecidedAt(header.decidedAt());
        return row;
    }

    private static Decision decisionOf(DecisionRecord row) {
        DecisionHeader header = new DecisionHeader(
                row.getId(), row.getPaymentId(), row.getOperator(), row.getReason(), row.getDecidedAt());
        return Decision.of(row.getCode(), header);
    }
}
