package io.portolan.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.money.Money;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database whose entries stand in the first, plain journal is brought to the book without losing one. */
@OnBothServers
class JournalCarryOverTest {
    private static final String JOURNAL = """
            INSERT INTO account VALUES
              ('NOSTRO:B:CNY', 'NOSTRO', 'B', 'CNY', 900, 2), ('OWN_FUNDS:house:CNY', 'OWN_FUNDS', 'house', 'CNY', -1000, 1),
              ('SUSPENSE:B:CNY', 'SUSPENSE', 'B', 'CNY', 100, 1);
            INSERT INTO journal_entry VALUES
              (1, 'opening', NULL, 'opening balance', '2026-03-01 10:00:00.000001'),
              (7, 'PAYMENT/payout/1/booked', 'PAYMENT', 'payout booked', '2026-03-02 11:00:00.000002');
            INSERT INTO posting VALUES
              ('NOSTRO:B:CNY', 1, 1, 1, 1000, 0, 1000), ('OWN_FUNDS:house:CNY', 1, 1, 2, -1000, 0, -1000),
              ('SUSPENSE:B:CNY', 1, 7, 1, 100, 0, 100), ('NOSTRO:B:CNY', 2, 7, 2, -100, 1000, 900);
            """;

    private final TestDatabase db;
    private final PaymentId payment = PaymentId.next();

    JournalCarryOverTest(TestServer server) {
        db = TestDatabase.shared(server);
    }

    @Test
    void everyEntryKeepsItsKeyItsTimeItsPaymentAndItsBalances() throws SQLException {
        String name = db.name() + "_old";
        String url = db.url().replace(db.name(), name);
        execute("CREATE DATABASE " + name);
        try {
            fillAsItWas(url, name);

            Database.migrate(url, db.owner(), db.app().user());

            try (Database database = Database.open(new DatabaseSettings(url, db.app(), 2))) {
                requireCarriedOver(database);
            }
        } finally {
            execute("DROP DATABASE " + name);
        }
    }

    private void requireCarriedOver(Database database) {
        JooqJournal journal = database.journal();
        assertThat(journal.balances())
                .extracting(balance -> balance.account() + " " + balance.balance())
                .containsExactly("NOSTRO:B:CNY 9.00 CNY", "SUSPENSE:B:CNY 1.00 CNY", "OWN_FUNDS:house:CNY -10.00 CNY");
        PostedEntry payout = journal.entriesOf(payment).getFirst();
        // One microsecond later, as the entry opened an account at its own time.
        assertThat(payout.postedAt()).isEqualTo(Instant.parse("2026-03-02T11:00:00.000003Z"));
        assertThat(payout.entry().key()).isEqualTo(payment + "/payout/1/booked");
        AccountId nostro = AccountId.parse("NOSTRO:B:CNY");
        assertThat(payout.lines())
                .contains(
                        new PostedEntry.Line(nostro, 2, money(nostro, -100), money(nostro, 1_000), money(nostro, 900)));
        journal.post(List.of(Entries.move("opening", 1_000, AccountId.parse("OWN_FUNDS:house:CNY"), nostro)));
        assertThat(journal.linesOf(nostro, 0, 10)).hasSize(2);
    }

    private void fillAsItWas(String url, String name) throws SQLException {
        Flyway.configure()
                .dataSource(url, db.owner().user(), db.owner().password())
                .locations("classpath:io/portolan/db/migration")
                .placeholders(Map.of("app", "'" + db.app().user() + "'@'%'"))
                .repeatableSqlMigrationPrefix("NOT_NOW")
                .target("5")
                .load()
                .migrate();
        for (String statement : JOURNAL.replace("PAYMENT", payment.value()).split(";\n", -1)) {
            if (!statement.isBlank()) {
                execute(statement.replaceFirst("INSERT INTO ", "INSERT INTO " + name + "."));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = db.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Money money(AccountId account, long units) {
        return new Money(account.currency(), units);
    }
}
