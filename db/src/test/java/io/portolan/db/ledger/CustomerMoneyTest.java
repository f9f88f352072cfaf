package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_PAYMENT_BALANCE;
import static io.portolan.db.ledger.SampleEntries.move;
import static io.portolan.db.ledger.SampleEntries.nostro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Journal.EntryRejected;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.UncheckedPosting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What payments have is stored with the entries that change it, and known to every process. */
@OnBothServers
class CustomerMoneyTest {
    private final TestServer server;
    private final TestDatabase db;
    private final JooqJournal journal;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AccountId nostro = nostro("N" + run, "CNY");
    private final AccountId payable = new AccountId(AccountKind.PAYABLE, "m" + run, Currency.of("CNY"));
    private final PaymentId one = PaymentId.next();
    private final PaymentId other = PaymentId.next();

    CustomerMoneyTest(TestServer server) {
        this.server = server;
        db = TestDatabase.shared(server);
        journal = db.database().journal();
    }

    @Test
    void aPaymentsBalanceIsStoredUntilItIsZero() {
        journal.post(List.of(collect("in/1", one, 500), collect("in/2", other, 400), collect("in/none", null, 7)));
        assertThat(stored()).isEqualTo(Map.of(one.value(), -500L, other.value(), -400L, "", -7L));

        journal.post(List.of(spend("out/1", one, 500), spend("out/2", other, 150)));

        assertThat(stored()).isEqualTo(Map.of(other.value(), -250L, "", -7L));
    }

    @Test
    void aRejectionNamesTheAccountAndThePaymentAndBothAmounts() {
        journal.post(List.of(collect("in/1", one, 500), collect("in/2", other, 400)));

        assertThatThrownBy(() -> journal.post(List.of(spend("out", one, 501))))
                .isInstanceOfSatisfying(
                        EntryRejected.class,
                        rejected -> assertThat(rejected.account()).isEqualTo(payable))
                .hasMessageContainingAll(payable.code(), "CUSTOMER_MONEY", one.value(), "500", "501");
        assertThat(stored()).containsEntry(one.value(), -500L);
    }

    @Test
    void anotherProcessKnowsWhatIsStored() {
        try (Database process = Database.open(settings(db))) {
            journal.post(List.of(collect("in/1", one, 500), collect("in/2", other, 400)));
            process.journal().post(List.of(spend("out/1", one, 300)));
            journal.post(List.of(spend("out/2", one, 200)));

            assertThatThrownBy(() -> process.journal().post(List.of(spend("out/3", one, 1))))
                    .isInstanceOf(EntryRejected.class);
            assertThatThrownBy(() -> journal.post(List.of(spend("out/4", one, 1))))
                    .isInstanceOf(EntryRejected.class);
        }
        assertThat(stored()).isEqualTo(Map.of(other.value(), -400L));
    }

    @Test
    void aTransactionThatIsRolledBackSpendsNothing() {
        journal.post(List.of(collect("in", one, 500)));

        assertThatThrownBy(() -> db.database().transactions().run(() -> {
                    journal.post(List.of(spend("out", one, 500)));
                    throw new IllegalStateException("the caller changed its mind");
                }))
                .hasMessage("the caller changed its mind");

        journal.post(List.of(spend("out/2", one, 400)));
        assertThat(stored()).isEqualTo(Map.of(one.value(), -100L));
    }

    @Test
    void nothingIsWrittenOverAStoredBalanceThatIsNotTheOneLoaded() throws SQLException {
        journal.post(List.of(collect("in", one, 500)));
        asOwner("DELETE FROM book_payment_balance WHERE payment_id = '" + one + "'");

        assertThatThrownBy(() -> journal.post(List.of(spend("out", one, 200))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 of 1 payment balances");

        asOwner("INSERT INTO book_payment_balance VALUES ('" + payable + "', '" + one + "', -500)");
        journal.post(List.of(spend("out", one, 200)));
        assertThat(stored()).isEqualTo(Map.of(one.value(), -300L));
    }

    @Test
    void reversalsAndCorrectionsSpendForThePaymentOfTheirEntry() {
        try (TestDatabase own = TestDatabase.on(server)) {
            JooqJournal book = own.database().journal();
            book.post(List.of(collect("in/1", one, 500), collect("in/2", other, 400), collect("in/3", one, 30)));
            LocalDate today = own.database()
                    .sql()
                    .fetchSingle("select business_date from book_head")
                    .get(0, LocalDate.class);
            try (Database process = Database.open(settings(own))) {
                CommandResult result = process.journal()
                        .execute(List.of(
                                new Command.CloseDay(today, today.plusDays(1)),
                                new Command.Reverse(run + "in/3", "twice"),
                                correct("first", run + "in/1", 100, today),
                                correct("second", "first", 400, today)));

                assertThat(result).isInstanceOf(CommandResult.Applied.class);
            }
            assertThat(stored(own)).isEqualTo(Map.of(other.value(), -400L));
        }
    }

    private Command correct(String key, String corrects, long amount, LocalDate valueDate) {
        List<UncheckedPosting> postings = List.of(
                new UncheckedPosting(payable, payable.currency(), 2, amount),
                new UncheckedPosting(nostro, nostro.currency(), 2, -amount));
        return new Command.Correct(key, corrects, "less", postings, valueDate);
    }

    private JournalEntry collect(String key, @Nullable PaymentId payment, long amount) {
        return move(run + key, payment, amount, payable, nostro);
    }

    private JournalEntry spend(String key, PaymentId payment, long amount) {
        return move(run + key, payment, amount, nostro, payable);
    }

    private void asOwner(String change) throws SQLException {
        try (Connection owner = db.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(change);
        }
    }

    private static DatabaseSettings settings(TestDatabase database) {
        return new DatabaseSettings(database.url(), database.app(), 2);
    }

    private Map<String, Long> stored() {
        return stored(db);
    }

    private Map<String, Long> stored(TestDatabase database) {
        return database.database()
                .sql()
                .selectFrom(BOOK_PAYMENT_BALANCE)
                .where(BOOK_PAYMENT_BALANCE.ACCOUNT_CODE.eq(payable))
                .fetchMap(BOOK_PAYMENT_BALANCE.PAYMENT_ID, BOOK_PAYMENT_BALANCE.BALANCE);
    }
}
