package io.portolan.db.operations;

import static io.portolan.db.generated.Tables.ALERT;

import io.portolan.db.generated.tables.records.AlertRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.Alerts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Alerts in MySQL. A unique key over subject and detail of what is open keeps several processes from raising the same one twice. */
public final class JooqAlerts implements Alerts {
    private static final int MAX_LISTED = 100;

    private final Transactions transactions;

    public JooqAlerts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void raise(Alert alert) {
        transactions.run(() -> {
            try {
                transactions
                        .sql()
                        .insertInto(ALERT)
                        .set(ALERT.ID, alert.id())
                        .set(ALERT.RAISED_AT, alert.raisedAt())
                        .set(ALERT.SUBJECT, alert.subject())
                        .set(ALERT.DETAIL, alert.detail())
                        .execute();
            } catch (DataAccessException failure) {
                if (!ServerError.isDuplicateKey(failure)) {
                    throw failure;
                }
            }
        });
    }

    @Override
    public List<Alert> listOpen() {
        return transactions
                .sql()
                .selectFrom(ALERT)
                .where(ALERT.IS_OPEN.isTrue())
                .orderBy(ALERT.RAISED_AT.desc(), ALERT.ID.desc())
                .limit(MAX_LISTED)
                .fetch(JooqAlerts::alertOf);
    }

    @Override
    public Optional<Alert> find(String id) {
        return transactions.sql().selectFrom(ALERT).where(ALERT.ID.eq(id)).fetchOptional(JooqAlerts::alertOf);
    }

    @Override
    public boolean end(String id, String operator, String reason, Instant at) {
        Alert.End end = new Alert.End(operator, reason, at);
        return transactions.required(() -> transactions
                        .sql()
                        .update(ALERT)
                        .set(ALERT.ENDED_AT, end.endedAt())
                        .set(ALERT.ENDED_BY, end.operator())
                        .set(ALERT.END_REASON, end.reason())
                        .where(ALERT.ID.eq(id))
                        .and(ALERT.ENDED_AT.isNull())
                        .execute()
                == 1);
    }

    private static Alert alertOf(AlertRecord row) {
        return new Alert(row.getId(), row.getRaisedAt(), row.getSubject(), row.getDetail(), endOf(row));
    }

    private static Alert.@Nullable End endOf(AlertRecord row) {
        return row.getEndedAt() == null ? null : new Alert.End(row.getEndedBy(), row.getEndReason(), row.getEndedAt());
    }
}
