package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_EVENT;
import static io.portolan.db.generated.Tables.BOOK_REJECTION;
import static io.portolan.db.ledger.SampleEntries.move;
import static io.portolan.db.ledger.SampleEntries.nostro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.generated.tables.records.BookRejectionRecord;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Journal.EntryRejected;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.command.UncheckedPosting;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is rejected leaves a record with the account and both values, and nothing else. */
@OnBothServers
class RejectionsTest {
    private final TestDatabase db;
    private final JooqJournal journal;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AccountId nostro = nostro("R" + run, "CNY");
    private final AccountId payable = new AccountId(AccountKind.PAYABLE, "m" + run, Currency.of("CNY"));

    RejectionsTest(TestServer server) {
        db = TestDatabase.shared(server);
        journal = db.database().journal();
    }

    @Test
    void anOverdraftIsRejectedByAccountAndFiguresAndRecorded() {
        AccountId pool = new AccountId(AccountKind.FLOAT, "F" + run, Currency.of("CNY"));
        journal.post(List.of(move(run + "in", 500, nostro, pool)));

        assertThatThrownBy(() -> journal.post(List.of(move(run + "out", 700, pool, nostro))))
                .isInstanceOf(EntryRejected.class)
                .hasMessageContainingAll(pool.code(), "OVERDRAFT", "500", "700");

        BookRejectionRecord record = recorded(run + "out");
        assertThat(record.getReason()).isEqualTo(Reason.OVERDRAFT);
        assertThat(record.getAccountCode()).isEqualTo(pool);
        assertThat(record.getRequired()).contains("500");
        assertThat(record.getFound()).contains("700");
        assertThat(isPosted(run + "out")).isFalse();
    }

    @Test
    void whatWasRejectedMaySucceedLaterUnderTheSameKey() {
        assertThatThrownBy(() -> journal.post(List.of(move(run, 700, nostro, payable))))
                .isInstanceOf(EntryRejected.class);
        journal.post(List.of(move(run + "in", 700, payable, nostro)));

        journal.post(List.of(move(run, 700, nostro, payable)));

        assertThat(isPosted(run)).isTrue();
    }

    @Test
    void aRejectionIsRecordedOnceThoughTheCommandIsSubmittedAgain() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> journal.post(List.of(move(run, 700, nostro, payable))))
                    .isInstanceOf(EntryRejected.class);
        }

        assertThat(recorded(run).getReason()).isEqualTo(Reason.CUSTOMER_MONEY);
    }

    @Test
    void theRecordStaysThoughTheCallersTransactionIsRolledBack() {
        assertThatThrownBy(() -> db.database()
                        .transactions()
                        .run(() -> journal.post(
                                List.of(move(run + "fine", 5, payable, nostro), move(run, 700, nostro, payable)))))
                .isInstanceOf(EntryRejected.class);

        assertThat(recorded(run).getReason()).isEqualTo(Reason.CUSTOMER_MONEY);
        assertThat(isPosted(run + "fine")).isFalse();
    }

    @Test
    void rawInputThatIsWrongIsRejectedInTheSameWay() {
        assertThat(rejectionOf(posting("CNY", 2, 5), posting("CNY", 2, -4))).isEqualTo(Reason.UNBALANCED);
        assertThat(rejectionOf(posting("USD", 2, 5), posting("CNY", 2, -5))).isEqualTo(Reason.WRONG_CURRENCY);
        assertThat(rejectionOf(posting("CNY", 3, 5), posting("CNY", 2, -5))).isEqualTo(Reason.WRONG_SCALE);
        assertThat(rejectionOf(posting("CNY", 2, Long.MIN_VALUE), posting("CNY", 2, 5)))
                .isEqualTo(Reason.OVERFLOW);
        assertThat(rejectionOf(posting("CNY", 2, 5))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void aFrozenAccountMovesAgainOnlyWhenItIsUnfrozen() {
        journal.post(List.of(move(run + "1", 5, payable, nostro)));
        journal.execute(List.of(new Command.Freeze(run + "freeze", nostro, "looked wrong")));

        assertThatThrownBy(() -> journal.post(List.of(move(run + "2", 5, payable, nostro))))
                .isInstanceOf(EntryRejected.class)
                .hasMessageContainingAll(nostro.code(), "ACCOUNT_FROZEN");

        journal.execute(List.of(new Command.Unfreeze(run + "unfreeze", nostro, "was right")));
        journal.post(List.of(move(run + "2", 5, payable, nostro)));
        assertThat(isPosted(run + "2")).isTrue();
    }

    private Reason rejectionOf(UncheckedPosting... postings) {
        String key = run + UUID.randomUUID();
        CommandResult decision =
                journal.execute(List.of(new Command.Post(key, null, "raw", List.of(postings), null, null)));
        assertThat(decision).isInstanceOf(CommandResult.Rejected.class);
        assertThat(isPosted(key)).isFalse();
        return recorded(key).getReason();
    }

    private UncheckedPosting posting(String currency, int scale, long minorUnits) {
        return new UncheckedPosting(nostro, Currency.of(currency), scale, minorUnits);
    }

    private BookRejectionRecord recorded(String key) {
        return db.database().sql().fetchSingle(BOOK_REJECTION, BOOK_REJECTION.COMMAND_KEY.eq(key));
    }

    private boolean isPosted(String key) {
        return db.database().sql().fetchExists(BOOK_EVENT, BOOK_EVENT.EVENT_KEY.eq(key));
    }
}
