package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static io.portolan.db.generated.Tables.BOOK_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.DatabaseSettings;
import io.portolan.db.audit.JooqBookAudit;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AuditReport;
import io.portolan.ledger.book.PostingRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Eight processes post for a few payments on one hot account, on which none may spend another's money. */
@OnBothServers
class EightProcessesIT {
    private static final int PROCESSES = 8;
    private static final int EACH_THREAD = 25;
    private static final long SEED = 8;

    private final TestServer server;

    EightProcessesIT(TestServer server) {
        this.server = server;
    }

    @Test
    void loseNothingLeaveNoGapAndSpendNothingOfOthers() throws Exception {
        try (TestDatabase db = TestDatabase.on(server)) {
            List<Process> posters = new ArrayList<>();
            for (int number = 0; number < PROCESSES; number++) {
                DatabaseSettings settings = new DatabaseSettings(db.url(), db.app(), 4);
                posters.add(BookPoster.start(settings, "p" + number, SEED + number, EACH_THREAD));
            }
            Set<String> posted = new HashSet<>();
            Set<String> refused = new HashSet<>();
            for (Process poster : posters) {
                for (String line : poster.inputReader().lines().toList()) {
                    (line.startsWith("posted ") ? posted : refused).add(line.split(" ", -1)[1]);
                }
                assertThat(poster.waitFor()).isZero();
            }

            assertThat(posted.size() + refused.size()).isEqualTo(PROCESSES * BookPoster.THREADS * EACH_THREAD);
            assertThat(refused).isNotEmpty().allMatch(key -> key.startsWith("p"));
            requireConsistent(db, posted);
        }
    }

    private static void requireConsistent(TestDatabase db, Set<String> posted) {
        JooqJournal journal = db.database().journal();
        assertThat(db.database()
                        .sql()
                        .select(BOOK_EVENT.EVENT_KEY)
                        .from(BOOK_EVENT)
                        .where(BOOK_EVENT.EVENT_KEY.like("p%"))
                        .fetchSet(BOOK_EVENT.EVENT_KEY))
                .isEqualTo(posted);
        List<AccountId> accounts =
                journal.balances().stream().map(AccountBalance::account).toList();
        BookAssertions.requireConsistent(db.database(), accounts);
        assertThat(BookAssertions.postingsOf(db.database(), BookPoster.HOT))
                .extracting(PostingRow::postedAfter)
                .noneMatch(after -> after > 0);
        assertThat(new JooqBookAudit(db.database().transactions()).run()).allMatch(AuditReport::isClean);
        long events = db.database().sql().fetchCount(BOOK_EVENT);
        assertThat(db.database().sql().fetchSingle(BOOK_HEAD).getPosition()).isEqualTo(events);
    }
}
