package io.portolan.db.intake;

import static io.portolan.db.generated.Tables.IDEMPOTENCY_KEY;

import io.portolan.db.generated.tables.records.IdempotencyKeyRecord;
import io.portolan.db.transaction.ServerError;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.intake.Idempotency;
import io.portolan.domain.intake.IdempotentRequest;
import java.time.Instant;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.exception.DataAccessException;

/**
 * Idempotency by a row per key. The row is inserted before the work, so that a second call with the key waits for the first one's commit, but no
 * longer than a session waits for any lock.
 */
public final class JooqIdempotency implements Idempotency {
    private final Transactions transactions;

    public JooqIdempotency(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Answer once(IdempotentRequest request, Supplier<StoredAnswer> work) {
        return transactions.required(() -> switch (claim(request)) {
            case NEW -> new Answer.First(workAndStore(request, work));
            case EXISTING -> replay(request);
            case LOCKED -> new Answer.StillRunning();
        });
    }

    private Claim claim(IdempotentRequest request) {
        IdempotencyKeyRecord row = new IdempotencyKeyRecord();
        row.setMerchantId(request.merchant());
        row.setRequestKey(request.key());
        row.setOperation(request.operation());
        row.setBodyHash(request.bodyHash());
        row.setClaimedAt(Instant.now());
        try {
            transactions.sql().insertInto(IDEMPOTENCY_KEY).set(row).execute();
            return Claim.NEW;
        } catch (DataAccessException failure) {
            if (ServerError.isDuplicateKey(failure)) {
                return Claim.EXISTING;
            }
            if (ServerError.isLockWaitTimeout(failure)) {
                return Claim.LOCKED;
            }
            throw failure;
        }
    }

    private StoredAnswer workAndStore(IdempotentRequest request, Supplier<StoredAnswer> work) {
        StoredAnswer answer = work.get();
        transactions
                .sql()
                .update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.RESPONSE_STATUS, answer.status())
                .set(IDEMPOTENCY_KEY.RESPONSE_LOCATION, answer.location())
                .set(IDEMPOTENCY_KEY.RESPONSE_BODY, answer.body())
                .where(isKey(request))
                .execute();
        return answer;
    }

    private Answer replay(IdempotentRequest request) {
        IdempotencyKeyRecord row = transactions
                .sql()
                .selectFrom(IDEMPOTENCY_KEY)
                .where(isKey(request))
                .fetchSingle();
        boolean same = row.getOperation().equals(request.operation())
                && row.getBodyHash().equals(request.bodyHash());
        return same
                ? new Answer.Replayed(
                        new StoredAnswer(row.getResponseStatus(), row.getResponseLocation(), row.getResponseBody()))
                : new Answer.Reused();
    }

    private static Condition isKey(IdempotentRequest request) {
        return IDEMPOTENCY_KEY.MERCHANT_ID.eq(request.merchant()).and(IDEMPOTENCY_KEY.REQUEST_KEY.eq(request.key()));
    }

    /** The result of inserting the key's row. */
    private enum Claim {
        NEW,
        EXISTING,
        LOCKED
    }
}
