package io.portolan.db.ledger;

import static io.portolan.db.ledger.SampleEntries.move;
import static io.portolan.db.ledger.SampleEntries.nostro;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.Database;
import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.Journal.EntryConflict;
import io.portolan.domain.ledger.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothServers
class ConcurrentJournalTest {
    private static final int THREADS = 8;
    private static final int EACH = 12;

    private final Database database;
    private final Journal journal;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    ConcurrentJournalTest(TestServer server) {
        database = TestDatabase.shared(server).database();
        journal = database.journal();
    }

    /** The accounts are new, so that the threads also open them against each other. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void manyThreadsOnTheSameAccountsLoseNoUpdate(long seed) throws Exception {
        List<AccountId> accounts = List.of(
                nostro("A" + run, "CNY"), nostro("B" + run, "CNY"), nostro("C" + run, "CNY"), nostro("D" + run, "CNY"));

        ConcurrentRuns.run(THREADS, thread -> () -> {
            Random random = new Random(seed * 1000 + thread);
            for (int i = 0; i < EACH; i++) {
                journal.post(entries(random, accounts, run + thread + "." + i));
            }
            return true;
        });

        BookAssertions.requireConsistent(database, accounts);
        long postings = accounts.stream()
                .mapToLong(
                        account -> BookAssertions.postingsOf(database, account).size())
                .sum();
        assertThat(postings).isEqualTo(2L * 2 * THREADS * EACH);
    }

    @Test
    void oneEntryPostedManyTimesAtOnceIsThereOnce() throws Exception {
        AccountId from = nostro("E" + run, "CNY");
        AccountId to = nostro("F" + run, "CNY");

        ConcurrentRuns.run(THREADS, _ -> () -> {
            journal.post(List.of(move(run, 5, from, to)));
            return true;
        });

        assertThat(BookAssertions.postingsOf(database, to)).hasSize(1);
    }

    @Test
    void ofTwoEntriesUnderOneKeyOneIsRejectedThoughTheyShareNoAccount() throws Exception {
        List<Boolean> taken = ConcurrentRuns.run(4, thread -> () -> {
            AccountId from = nostro("G" + thread + run, "CNY");
            AccountId to = nostro("H" + thread + run, "CNY");
            try {
                journal.post(List.of(move(run + "disjoint", 5, from, to)));
                return true;
            } catch (EntryConflict rejected) {
                return false;
            }
        });

        assertThat(taken).containsOnlyOnce(true);
    }

    private static List<JournalEntry> entries(Random random, List<AccountId> accounts, String key) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int from = random.nextInt(accounts.size());
            int to = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
            entries.add(move(key + "/" + i, 1 + random.nextInt(1000), accounts.get(from), accounts.get(to)));
        }
        return entries;
    }
}
