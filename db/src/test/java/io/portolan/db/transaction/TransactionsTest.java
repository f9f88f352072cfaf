package io.portolan.db.transaction;

import static io.portolan.db.generated.Tables.BOOK_ACCOUNT;
import static io.portolan.db.generated.Tables.MERCHANT;
import static io.portolan.db.ledger.SampleEntries.move;
import static io.portolan.db.ledger.SampleEntries.nostro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ledger.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

@OnBothServers
class TransactionsTest {
    private final TestDatabase db;
    private final Transactions transactions;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    TransactionsTest(TestServer server) {
        db = TestDatabase.shared(server);
        transactions = db.database().transactions();
    }

    @Test
    void whatIsBegunWithinATransactionIsPartOfIt() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    transactions.run(() -> insert("inner"));
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");

        assertThat(isThere("inner")).isFalse();
    }

    @Test
    void aFailedStatementCannotBeCommittedByMistake() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    insert("before");
                    assertThatThrownBy(() -> transactions.run(() -> insert("before")))
                            .isInstanceOf(DataAccessException.class);
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(isThere("before")).isFalse();
    }

    @Test
    void aThreadHasNoTransactionAfterOneThatFailed() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    throw new IllegalStateException("first");
                }))
                .hasMessage("first");

        transactions.run(() -> insert("second"));

        assertThat(isThere("second")).isTrue();
    }

    @Test
    void aSnapshotReadsOneMomentAndWritesNothing() throws Exception {
        transactions.snapshot(() -> {
            assertThat(isThere("later")).isFalse();
            runInAnotherThread(() -> transactions.run(() -> insert("later")));
            assertThat(isThere("later")).isFalse();
            return true;
        });

        assertThat(isThere("later")).isTrue();
        assertThatThrownBy(() -> transactions.snapshot(() -> {
                    insert("never");
                    return true;
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aConnectionGoesBackToThePoolAsItWas() {
        transactions.snapshot(() -> isThere("any"));

        transactions.run(() -> insert("afterwards"));

        assertThat(isThere("afterwards")).isTrue();
        assertThat(transactions.sql().fetchSingle("select @@autocommit").get(0, Integer.class))
                .isEqualTo(1);
    }

    @Test
    void whatIsToRunAfterARollbackRunsOnceTheTransactionIsRolledBack() {
        List<String> done = new ArrayList<>();

        transactions.run(() -> {
            transactions.afterRollback(() -> done.add("never"));
            insert("hooked");
            done.add("work");
        });
        assertThatThrownBy(() -> transactions.run(() -> {
                    transactions.afterRollback(() -> done.add("rolled back " + transactions.isActive()));
                    throw new IllegalStateException("work failed");
                }))
                .hasMessage("work failed");

        assertThat(done).containsExactly("work", "rolled back false");
    }

    /** Two threads lock two rows crosswise: the server ends one of them, and its work runs again. */
    @Test
    void theVictimOfADeadlockIsTriedAgain() throws Exception {
        AccountId one = nostro("X" + run, "CNY");
        AccountId other = nostro("Y" + run, "CNY");
        db.database().journal().post(List.of(move(run, 1, one, other)));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();

        ConcurrentRuns.run(2, thread -> () -> {
            AtomicInteger mine = new AtomicInteger();
            transactions.run(() -> {
                tries.incrementAndGet();
                lock(thread == 0 ? one : other);
                if (mine.getAndIncrement() == 0) {
                    await(bothHoldOne);
                }
                lock(thread == 0 ? other : one);
            });
            return true;
        });

        assertThat(tries).hasValue(3);
    }

    private void lock(AccountId account) {
        transactions
                .sql()
                .selectFrom(BOOK_ACCOUNT)
                .where(BOOK_ACCOUNT.ACCOUNT_CODE.eq(account))
                .forUpdate()
                .fetchSingle();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void runInAnotherThread(Runnable work) {
        try {
            ConcurrentRuns.run(1, _ -> () -> {
                work.run();
                return true;
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void insert(String name) {
        transactions
                .sql()
                .insertInto(MERCHANT, MERCHANT.ID, MERCHANT.ADDED_AT)
                .values(merchant(name), Instant.EPOCH)
                .execute();
    }

    private boolean isThere(String name) {
        return transactions.sql().fetchExists(MERCHANT, MERCHANT.ID.eq(merchant(name)));
    }

    private MerchantId merchant(String name) {
        return new MerchantId(name + "-" + run);
    }
}
