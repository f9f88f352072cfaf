package io.portolan.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.embedded.EmbeddedMariaDb;
import io.portolan.db.ledger.Chains;
import io.portolan.db.ledger.Entries;
import io.portolan.db.testing.Folders;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server is killed with postings under way: what was acknowledged is there, and nothing is there by half. */
class KilledServerIT {
    private static final int THREADS = 4;
    private static final AccountId FROM = Entries.nostro("A", "CNY");
    private static final AccountId TO = Entries.nostro("B", "CNY");

    @TempDir
    private Path data;

    @ParameterizedTest(name = "killed after {0}")
    @ValueSource(ints = {25, 150})
    void everyAcknowledgedPostingIsThereAndNoneByHalf(int acknowledged) throws Exception {
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        postUntilKilled(answered, acknowledged);

        try (EmbeddedMariaDb again = EmbeddedMariaDb.start(Folders.binaries(), data, 0);
                Database database = Database.open(new DatabaseSettings(again.url(), again.app(), 2))) {
            Journal journal = database.journal();
            Chains.requireWhole(journal, List.of(FROM, TO));
            assertThat(Chains.linesOf(journal, FROM)).hasSameSizeAs(Chains.linesOf(journal, TO));
            assertThat(keysIn(database)).containsAll(answered);
            assertThat(keysIn(database).size()).isBetween(answered.size(), answered.size() + THREADS);
            journal.post(List.of(Entries.move("afterwards", 1, FROM, TO)));
            Chains.requireWhole(journal, List.of(FROM, TO));
        }
    }

    private void postUntilKilled(Queue<String> answered, int acknowledged) throws Exception {
        CountDownLatch enough = new CountDownLatch(acknowledged);
        try (EmbeddedMariaDb server = EmbeddedMariaDb.start(Folders.binaries(), data, 0)) {
            Database.migrate(server.url(), server.owner(), server.app().user());
            try (Database database = Database.open(new DatabaseSettings(server.url(), server.app(), THREADS));
                    ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
                List<Future<?>> posting = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    String name = "t" + thread + ".";
                    posting.add(executor.submit(() -> postOn(database.journal(), name, answered, enough)));
                }
                enough.await();
                server.process().destroyForcibly();
                for (Future<?> each : posting) {
                    each.get();
                }
            }
        }
    }

    private static void postOn(Journal journal, String name, Queue<String> answered, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                journal.post(List.of(
                        Entries.move(name + i + "/1", 100 + i, FROM, TO), Entries.move(name + i + "/2", 7, TO, FROM)));
                answered.add(name + i + "/1");
                enough.countDown();
            }
        } catch (DataAccessException killed) {
            assertThat(enough.getCount()).isZero();
        }
    }

    /** The first entry of each call; its second one must be there with it. */
    private static List<String> keysIn(Database database) {
        List<String> keys = database.sql().fetch("select event_key from book_event").getValues(0, String.class).stream()
                .filter(key -> key.startsWith("t"))
                .toList();
        List<String> first = keys.stream().filter(key -> key.endsWith("/1")).toList();
        assertThat(keys.stream().filter(key -> key.endsWith("/2")).map(key -> key.replace("/2", "/1")))
                .containsExactlyInAnyOrderElementsOf(first);
        return first;
    }
}
