package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.audit.JooqBookAudit;
import io.portolan.db.testing.KillableServer;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.RunningServer;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.ledger.command.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Kills the poster, or the database under it, in the middle of posting, again and again on one book: what was acknowledged is there, nothing by half,
 * and the chains are whole. {@code -Dportolan.kills=50} makes it 50 of each, on both servers.
 */
@OnBothServers
class CrashRecoveryIT {
    private static final int KILLS = Integer.getInteger("portolan.kills", 10);
    private static final int MAX_POSTINGS = 400;
    private static final String POSTED = "posted ";

    private final TestServer kind;
    private final Set<String> acknowledged = new HashSet<>();

    CrashRecoveryIT(TestServer kind) {
        this.kind = kind;
    }

    @Test
    void aPosterMayBeKilledAnywhere() throws Exception {
        try (TestDatabase db = TestDatabase.on(kind)) {
            for (int seed = 1; seed <= KILLS; seed++) {
                DatabaseSettings settings = new DatabaseSettings(db.url(), db.app(), 2);
                Process poster = BookPoster.start(settings, "app" + seed, seed, 0);
                followUntil(postingsBeforeKill(seed), poster.inputReader());
                poster.toHandle().destroyForcibly();
                follow(poster.inputReader());
                poster.waitFor();
                requireConsistent(db.database(), "the poster of seed " + seed);
            }
        }
    }

    @Test
    void theDatabaseMayBeKilledAnywhere() throws Exception {
        try (KillableServer server = KillableServer.of(kind)) {
            for (int seed = 1; seed <= KILLS; seed++) {
                RunningServer running = server.start();
                Database.migrate(urlOf(running), running.owner(), running.app().user());
                try (Database database = open(running)) {
                    requireConsistent(database, "the database of seed " + (seed - 1));
                    postUntilKilled(database, server, seed);
                }
            }
            try (Database database = open(server.start())) {
                requireConsistent(database, "the last database");
                database.journal()
                        .execute(List.of(new Command.OpenAccount(SampleEntries.nostro("afterwards", "CNY"), true)));
                requireConsistent(database, "the book that goes on");
            }
        }
    }

    private static Database open(RunningServer server) {
        return Database.open(new DatabaseSettings(urlOf(server), server.app(), 2));
    }

    private static String urlOf(RunningServer server) {
        return server.url() + KillableServer.DATABASE;
    }

    private void postUntilKilled(Database database, KillableServer server, int seed) throws InterruptedException {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        Thread poster = Thread.ofPlatform()
                .start(() -> new BookPoster(database.journal(), "db" + seed, seed, said::add).run(0));
        for (int i = 0; i < postingsBeforeKill(seed); i++) {
            recordAcknowledged(said.poll(1, TimeUnit.MINUTES));
        }
        server.kill();
        // Nobody need wait for a connection to a server that is gone.
        database.close();
        poster.join();
        said.forEach(this::recordAcknowledged);
    }

    private static int postingsBeforeKill(int seed) {
        return new Random(seed).nextInt(MAX_POSTINGS);
    }

    private void followUntil(int postings, BufferedReader poster) throws IOException {
        for (int i = 0; i < postings; i++) {
            recordAcknowledged(poster.readLine());
        }
    }

    private void follow(BufferedReader poster) throws IOException {
        for (String line = poster.readLine(); line != null; line = poster.readLine()) {
            recordAcknowledged(line);
        }
    }

    private void recordAcknowledged(@Nullable String line) {
        assertThat(line).isNotNull();
        if (line.startsWith(POSTED) && line.endsWith(BookPoster.END)) {
            acknowledged.add(line.substring(POSTED.length(), line.length() - BookPoster.END.length()));
        }
    }

    private void requireConsistent(Database database, String killed) {
        assertThat(database.sql().select(BOOK_EVENT.EVENT_KEY).from(BOOK_EVENT).fetchSet(BOOK_EVENT.EVENT_KEY))
                .as(killed)
                .containsAll(acknowledged);
        JooqBookAudit audit = new JooqBookAudit(database.transactions());
        assertThat(audit.byReplay().findings()).as(killed).isEmpty();
        assertThat(audit.bySql().findings()).as(killed).isEmpty();
    }
}
