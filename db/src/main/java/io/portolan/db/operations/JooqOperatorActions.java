package io.portolan.db.operations;

import static io.portolan.db.generated.Tables.OPERATOR_ACTION;

import io.portolan.db.generated.tables.records.OperatorActionRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.operations.OperatorAction;
import io.portolan.domain.operations.OperatorActions;
import java.util.List;
import org.jooq.exception.DataAccessException;

/** What people decided, in MySQL. */
public final class JooqOperatorActions implements OperatorActions {
    private final Transactions transactions;

    public JooqOperatorActions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(OperatorAction action) {
        transactions.run(() -> {
            try {
                transactions
                        .sql()
                        .insertInto(OPERATOR_ACTION)
                        .set(recordOf(action))
                        .execute();
            } catch (DataAccessException failure) {
                if (!ServerError.isDuplicateKey(failure)) {
                    throw failure;
                }
            }
        });
    }

    @Override
    public List<OperatorAction> of(PaymentId payment) {
        return transactions
                .sql()
                .selectFrom(OPERATOR_ACTION)
                .where(OPERATOR_ACTION.PAYMENT_ID.eq(payment))
                .orderBy(OPERATOR_ACTION.DECIDED_AT, OPERATOR_ACTION.ID)
                .fetch(JooqOperatorActions::actionOf);
    }

    private static OperatorActionRecord recordOf(OperatorAction action) {
        OperatorActionRecord row = new OperatorActionRecord();
        row.setId(action.id());
        row.setPaymentId(action.payment());
        row.setKind(action.kind());
        row.setOperator(action.operator());
        row.setReason(action.reason());
        row.setDecidedAt(action.decidedAt());
        return row;
    }

    private static OperatorAction actionOf(OperatorActionRecord row) {
        return new OperatorAction(
                row.getId(), row.getPaymentId(), row.getKind(), row.getOperator(), row.getReason(), row.getDecidedAt());
    }
}
