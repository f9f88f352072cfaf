package io.portolan.db.intake;

import static io.portolan.db.generated.Tables.API_KEY;
import static io.portolan.db.generated.Tables.MERCHANT;

import io.portolan.db.transaction.ServerError;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.intake.Merchants;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Insert;
import org.jooq.exception.DataAccessException;

/** Merchants and the hashes of their API keys in MySQL. */
public final class JooqMerchants implements Merchants {
    private final Transactions transactions;

    public JooqMerchants(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<MerchantId> findByKeyHash(String keyHash) {
        return transactions
                .sql()
                .select(API_KEY.MERCHANT_ID)
                .from(API_KEY)
                .where(API_KEY.KEY_HASH.eq(keyHash))
                .fetchOptional(API_KEY.MERCHANT_ID);
    }

    /** @throws IllegalArgumentException if the key is another merchant's */
    @Override
    public void addKey(MerchantId merchant, String keyHash) {
        Instant now = Instant.now();
        transactions.run(() -> {
            insertIfAbsent(transactions
                    .sql()
                    .insertInto(MERCHANT, MERCHANT.ID, MERCHANT.ADDED_AT)
                    .values(merchant, now));
            insertIfAbsent(transactions
                    .sql()
                    .insertInto(API_KEY, API_KEY.KEY_HASH, API_KEY.MERCHANT_ID, API_KEY.ADDED_AT)
                    .values(keyHash, merchant, now));
            if (findByKeyHash(keyHash).filter(merchant::equals).isEmpty()) {
                throw new IllegalArgumentException("the API key belongs to another merchant");
            }
        });
    }

    private static void insertIfAbsent(Insert<?> row) {
        try {
            row.execute();
        } catch (DataAccessException failure) {
            if (!ServerError.isDuplicateKey(failure)) {
                throw failure;
            }
        }
    }
}
