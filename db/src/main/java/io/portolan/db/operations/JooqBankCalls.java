package io.portolan.db.operations;

import static io.portolan.db.generated.Tables.BANK_CALL;
import static io.portolan.db.generated.Tables.BANK_CALLBACK;

import io.portolan.db.generated.tables.records.BankCallRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.BankCalls;
import java.time.Duration;
import java.util.List;
import org.jooq.exception.DataAccessException;

/** Calls to and from banks, in MySQL. A callback's sender and event id are a unique key, so that it counts once. */
public final class JooqBankCalls implements BankCalls {
    private static final int MAX_LISTED = 500;

    private final Transactions transactions;

    public JooqBankCalls(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(BankCall call) {
        transactions.run(() ->
                transactions.sql().insertInto(BANK_CALL).set(recordOf(call)).execute());
    }

    @Override
    public boolean addCallback(String sender, String eventId, BankCall call) {
        return transactions.required(() -> {
            boolean isNew = claim(sender, eventId, call);
            if (isNew) {
                add(call);
            }
            return isNew;
        });
    }

    @Override
    public List<BankCall> of(PaymentId payment) {
        return transactions
                .sql()
                .selectFrom(BANK_CALL)
                .where(BANK_CALL.PAYMENT_ID.eq(payment))
                .orderBy(BANK_CALL.STARTED_AT.desc(), BANK_CALL.ID.desc())
                .limit(MAX_LISTED)
                .fetch(JooqBankCalls::callOf)
                .reversed();
    }

    private boolean claim(String sender, String eventId, BankCall call) {
        try {
            transactions
                    .sql()
                    .insertInto(BANK_CALLBACK)
                    .set(BANK_CALLBACK.SENDER, sender)
                    .set(BANK_CALLBACK.EVENT_ID, eventId)
                    .set(BANK_CALLBACK.PAYMENT_ID, call.key().payment())
                    .set(BANK_CALLBACK.RECEIVED_AT, call.startedAt())
                    .execute();
            return true;
        } catch (DataAccessException failure) {
            if (ServerError.isDuplicateKey(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private static BankCallRecord recordOf(BankCall call) {
        BankCallRecord row = new BankCallRecord();
        row.setPaymentId(call.key().payment());
        row.setPlan(call.key().plan());
        row.setMovement(call.key().movement());
        row.setAttempt(call.key().attempt());
        row.setOperation(call.operation());
        row.setStartedAt(call.startedAt());
        row.setDurationNanos(call.duration().toNanos());
        row.setOutcome(call.outcome());
        row.setDetail(call.detail());
        return row;
    }

    private static BankCall callOf(BankCallRecord row) {
        return new BankCall(
                new InstructionKey(row.getPaymentId(), row.getPlan(), row.getMovement(), row.getAttempt()),
                row.getOperation(),
                row.getStartedAt(),
                Duration.ofNanos(row.getDurationNanos()),
                row.getOutcome(),
                row.getDetail());
    }
}
