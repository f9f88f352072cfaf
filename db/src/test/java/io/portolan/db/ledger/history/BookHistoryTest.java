package io.portolan.db.ledger.history;

import static io.portolan.db.generated.Tables.BOOK_HEAD;
import static io.portolan.db.ledger.SampleEntries.move;
import static io.portolan.db.ledger.SampleEntries.nostro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.ledger.JooqJournal;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.money.Money;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.UncheckedPosting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The past of a book of several days, with holds, corrections and reversals in it. It takes a database of its own: a day is the whole book's. */
@OnBothServers
class BookHistoryTest {
    private static final long SEED = 20261121;
    private static final int EACH_DAY = 40;

    private final TestDatabase db;
    private final JooqJournal journal;
    private final BookHistory history;
    private final LocalDate first = LocalDate.now(ZoneOffset.UTC);
    private final List<AccountId> accounts =
            List.of(nostro("A", "CNY"), nostro("B", "CNY"), nostro("C", "CNY"), nostro("D", "CNY"));
    private final List<Instant> instants = new ArrayList<>();

    BookHistoryTest(TestServer server) {
        db = TestDatabase.on(server);
        journal = db.database().journal();
        history = db.database().history();
        threeDays(new Random(SEED));
    }

    @AfterEach
    void drop() {
        db.close();
    }

    @Test
    void theWholeBookAtAnInstantIsTheSameFromNothingFromADayCutAndFromTheRows() {
        PointInTimeBalances machine = db.database().pointInTimeBalances();

        for (Instant at : instants) {
            assertThat(machine.fromDayCut(at)).isEqualTo(machine.byReplay(at)).isEqualTo(machine.fromLastPostings(at));
        }

        assertThat(instants).hasSizeGreaterThanOrEqualTo(5);
        assertThat(machine.byReplay(instants.getFirst().minusSeconds(1))).isEmpty();
    }

    @Test
    void anAccountAtAnInstantIsItsLastPostingThen() {
        PointInTimeBalances machine = db.database().pointInTimeBalances();

        for (Instant at : instants) {
            for (AccountId account : accounts) {
                assertThat(history.balanceAt(account, at))
                        .isEqualTo(machine.byReplay(at).getOrDefault(account, BalanceAt.zero(account)));
            }
        }
    }

    @Test
    void aStatementIsPagedWithoutGapAndAddsUp() {
        AccountId account = accounts.getFirst();
        Instant from = instants.get(1);
        Instant to = instants.getLast();
        List<PostingRow> postings = new ArrayList<>(history.statement(account, from, to, null, 7));
        List<PostingRow> page = postings;
        while (page.size() == 7) {
            page = history.statement(account, from, to, postings.getLast(), 7);
            postings.addAll(page);
        }

        assertThat(postings).hasSizeGreaterThan(7).isEqualTo(history.statement(account, from, to, null, 1_000));
        long opening = history.balanceAt(account, from.minusNanos(1_000)).posted();
        assertThat(opening + postings.stream().mapToLong(PostingRow::amount).sum())
                .isEqualTo(history.balanceAt(account, to.minusNanos(1_000)).posted());
        assertThatThrownBy(() -> history.statement(account, from, to, null, 1_001))
                .hasMessageContaining("1 to 1000");
    }

    @Test
    void aCorrectionChangesAnOldDateAsItIsKnownNowAndNotAsItWasKnown() {
        AccountId from = nostro("X", "CNY");
        AccountId to = nostro("Y", "CNY");
        journal.post(List.of(move("wrong", 100, from, to)));
        LocalDate date = openDate();
        closeDay();
        journal.post(List.of(move("next day", 7, from, to)));
        Instant before = now();

        execute(new Command.Correct("right", "wrong", "20 more", List.of(posting(from, -20), posting(to, 20)), date));

        assertThat(history.balanceFor(to, date, before)).isEqualTo(cny(100));
        assertThat(history.balanceFor(to, date, now())).isEqualTo(cny(120));
        assertThat(history.balanceFor(to, date.plusDays(1), before)).isEqualTo(cny(107));
        assertThat(history.balanceFor(to, date.plusDays(1), now())).isEqualTo(cny(127));
        assertThat(history.balanceFor(to, date.minusDays(1), now())).isEqualTo(cny(0));
        assertThat(history.balanceAt(to, before).posted()).isEqualTo(107);
    }

    @Test
    void anInstantIsReadByOneDescentOfTheIndex() {
        var query = BookHistory.lastPosting(db.database().sql(), accounts.getFirst(), instants.getLast());

        String plan = db.database().sql().fetch("explain {0}", query).format();

        assertThat(plan).contains("PRIMARY").doesNotContainIgnoringCase("sort");
    }

    private void threeDays(Random random) {
        for (int day = 0; day < 3; day++) {
            for (int i = 0; i < EACH_DAY; i++) {
                if (i % 15 == 0) {
                    instants.add(now());
                }
                executeRandomCommand(random, day + "." + i);
            }
            closeDay();
        }
        instants.add(now());
    }

    private void executeRandomCommand(Random random, String key) {
        int one = random.nextInt(accounts.size());
        AccountId from = accounts.get(one);
        AccountId to = accounts.get((one + 1 + random.nextInt(accounts.size() - 1)) % accounts.size());
        long amount = random.nextLong(1, 1_000);
        journal.post(List.of(move(key, amount, from, to)));
        switch (random.nextInt(5)) {
            case 0 -> execute(new Command.Hold(key + "/hold", "held", from, amount));
            case 1 -> {
                execute(new Command.Hold(key + "/hold", "held", to, amount));
                execute(new Command.Release(key + "/hold", "not needed"));
            }
            case 2 -> execute(new Command.Reverse(key, "wrong"));
            case 3 -> {
                if (openDate().isAfter(first)) {
                    execute(new Command.Correct(
                            key + "/more", key, "late", List.of(posting(from, 3), posting(to, -3)), first));
                }
            }
            default -> {}
        }
    }

    private void closeDay() {
        LocalDate open = openDate();
        execute(new Command.CloseDay(open, open.plusDays(1)));
    }

    private LocalDate openDate() {
        return db.database()
                .sql()
                .fetchSingle("select business_date from book_head")
                .get(0, LocalDate.class);
    }

    /** When the last event was recorded. */
    private Instant now() {
        return db.database().sql().fetchSingle(BOOK_HEAD).getRecordedAt();
    }

    private void execute(Command command) {
        assertThat(journal.execute(List.of(command))).isInstanceOf(CommandResult.Applied.class);
    }

    private static UncheckedPosting posting(AccountId account, long amount) {
        return new UncheckedPosting(
                account, account.currency(), account.currency().exponent(), amount);
    }

    private static Money cny(long units) {
        return new Money(nostro("A", "CNY").currency(), units);
    }
}
