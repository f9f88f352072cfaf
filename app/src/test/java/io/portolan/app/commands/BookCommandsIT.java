package io.portolan.app.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.checkout.security.ApiKey;
import io.portolan.db.ledger.SampleEntries;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal.EntryRejected;
import io.portolan.domain.operations.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The commands about the ledger, from their arguments to what they leave in the database. */
@OnBothServers
class BookCommandsIT {
    private static final AccountId FROM = SampleEntries.nostro("A", "CNY");
    private static final AccountId TO = SampleEntries.nostro("B", "CNY");

    private final TestDatabase db;
    private String output = "";

    BookCommandsIT(TestServer server) {
        db = TestDatabase.on(server);
        for (int i = 1; i <= 5; i++) {
            db.database().journal().post(List.of(SampleEntries.move("entry-" + i, 100 + i, FROM, TO)));
        }
    }

    @AfterEach
    void drop() {
        db.close();
    }

    @Test
    void aConsistentBookVerifiesByBothMethodsAndItsDayCanBeClosed() {
        assertThat(verify()).isZero();
        assertThat(output.lines()).hasSize(2).allMatch(report -> report.contains("10 postings"));
        assertThat(output).doesNotContain("WRONG");

        LocalDate date = openDate();
        assertThat(closeDay(date)).isZero();
        assertThat(output)
                .contains(date + " is closed, " + date.plusDays(1) + " is open.")
                .contains("2 accounts were posted to; Merkle root ", "CNY: balances 0, held 0");
        String first = output;
        assertThat(closeDay(date)).isZero();
        assertThat(output).isEqualTo(first);

        assertThat(verify()).isZero();
        assertThat(output).contains("1 closed days");
    }

    @Test
    void anEntryThatWasChangedIsNamedByBothMethodsItsAccountFrozenAndNothingRepaired() throws SQLException {
        tamper("UPDATE book_posting SET ordinal = ordinal + 4 WHERE account_code = 'NOSTRO:B:CNY' AND sequence = 3");

        assertThat(verify()).isEqualTo(1);

        assertThat(output.split("posting 3 of NOSTRO:B:CNY", -1)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(output).contains("froze NOSTRO:B:CNY and raised an alert").doesNotContain(": ok");
        assertThatThrownBy(() -> db.database().journal().post(List.of(SampleEntries.move("later", 1, FROM, TO))))
                .isInstanceOf(EntryRejected.class)
                .hasMessageContaining("ACCOUNT_FROZEN");
        assertThat(db.database().alerts().listOpen()).extracting(Alert::subject).containsExactly("NOSTRO:B:CNY");
        assertThat(verify()).isEqualTo(1);
        assertThat(output).contains("NOSTRO:B:CNY is already frozen");
        assertThat(db.database().alerts().listOpen()).hasSize(1);
    }

    @Test
    void aFrozenAccountMovesAgainOnlyOnceItsEntriesAreWhatTheyWere() throws SQLException {
        tamper("UPDATE book_posting SET ordinal = ordinal + 4 WHERE account_code = 'NOSTRO:B:CNY' AND sequence = 3");
        verify();

        assertThat(unfreeze("NOSTRO:B:CNY", "mara", "looks fine to me")).isEqualTo(1);
        assertThat(output).contains("NOSTRO:B:CNY remains frozen", "posting 3 of NOSTRO:B:CNY");

        tamper("UPDATE book_posting SET ordinal = ordinal - 4 WHERE account_code = 'NOSTRO:B:CNY' AND sequence = 3");
        assertThat(unfreeze("NOSTRO:B:CNY", "mara", "posting 3 is back from Friday's backup"))
                .isZero();

        db.database().journal().post(List.of(SampleEntries.move("later", 1, FROM, TO)));
        assertThat(db.database().sql().fetchValues("select narrative from book_event where kind = 'ACCOUNT_UNFROZEN'"))
                .asString()
                .isEqualTo("[mara: posting 3 is back from Friday's backup]");
        assertThat(verify()).isZero();
        assertThat(unfreeze("NOSTRO:B:CNY", "mara", "again")).isZero();
        assertThat(output).contains("NOSTRO:B:CNY is not frozen");
        assertThat(unfreeze("NOSTRO:Z:CNY", "mara", "a typing error")).isEqualTo(1);
        assertThat(output).contains("ACCOUNT_UNKNOWN");
    }

    @Test
    void anEventThatWasChangedIsNamedByBothMethodsAndBlocksTheDayCut() throws SQLException {
        tamper("UPDATE book_event SET narrative = REPLACE(narrative, 'm', 'n') WHERE event_key = 'entry-4'");

        assertThat(verify()).isEqualTo(1);

        assertThat(output.split("entry-4", -1)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(closeDay(openDate())).isEqualTo(1);
        assertThat(output).contains("was not closed: the ledger does not verify");
        assertThat(openDate()).isNotNull();
    }

    /** No bank is running here, so none can agree. */
    @Test
    void aBankThatGivesNoStatementIsNamedForEachOfOurAccountsThere() {
        assertThat(checkBooks()).isEqualTo(1);

        assertThat(output.lines())
                .anyMatch(line -> line.startsWith("no statement of B-CNY: "))
                .anyMatch(line -> line.startsWith("no statement of D-KWD: "));
    }

    @Test
    void aDatabaseThatIsAwayIsNotABalancedBook() {
        List<String> settings = Stream.concat(
                        Stream.of("--portolan.database.url=jdbc:mysql://127.0.0.1:1/nowhere"), bankSettings())
                .toList();

        assertThat(captureOutput(() -> CheckBooksCommand.run(settings))).isEqualTo(1);

        assertThat(output).contains("the books cannot be checked: no server answers at");
    }

    @Test
    void anApiKeyAndALogInAreMadeInTheDatabaseOfTheSettingsAndShownOnce() {
        assertThat(captureOutput(() -> ApiKeyCommand.run(withSettings("shop-7"))))
                .isZero();
        String key = output.lines()
                .filter(line -> line.startsWith("ptl_"))
                .findFirst()
                .orElseThrow();
        assertThat(captureOutput(() -> OperatorCommand.run(withSettings("mara", "viewer"))))
                .isZero();

        assertThat(db.database().merchants().findByKeyHash(new ApiKey(key).hash()))
                .contains(new MerchantId("shop-7"));
        assertThat(db.database().operators().find("mara")).isPresent();
    }

    @Test
    void wrongArgumentsPrintTheUsage() {
        assertThat(ApiKeyCommand.run(List.of())).isEqualTo(2);
        assertThat(ApiKeyCommand.run(List.of("shop-7", "--demo"))).isEqualTo(2);
        assertThat(OperatorCommand.run(List.of("mara", "king"))).isEqualTo(2);
        assertThat(CheckBooksCommand.run(List.of("now"))).isEqualTo(2);
        assertThat(CheckBooksCommand.run(List.of("--wait"))).isEqualTo(2);
        assertThat(CheckBooksCommand.run(List.of("--wait", "soon"))).isEqualTo(2);
        assertThat(PrepareDatabaseCommand.run(List.of("--data=here"))).isEqualTo(2);
        assertThat(VerifyCommand.run(List.of("everything"))).isEqualTo(2);
        assertThat(UnfreezeCommand.run(List.of("NOSTRO:B:CNY", "mara"))).isEqualTo(2);
        assertThat(UnfreezeCommand.run(List.of("NOSTRO:B:CNY", "mara", " "))).isEqualTo(2);
        assertThat(unfreeze("VOSTRO:B:CNY", "mara", "no such kind")).isEqualTo(2);
        assertThat(output).contains("VOSTRO:B:CNY is not an account code");
        assertThat(CloseDayCommand.run(List.of())).isEqualTo(2);
        assertThat(CloseDayCommand.run(List.of("21.11.2026"))).isEqualTo(2);
        assertThat(closeDay(openDate().plusDays(1))).isEqualTo(1);
    }

    private List<String> withSettings(String... own) {
        return Stream.concat(Stream.of(own), settings()).toList();
    }

    private int checkBooks() {
        return captureOutput(() ->
                CheckBooksCommand.run(Stream.concat(settings(), bankSettings()).toList()));
    }

    private static Stream<String> bankSettings() {
        Properties keys = new Properties();
        try (InputStream file = BookCommandsIT.class.getResourceAsStream("/development-credentials.properties")) {
            keys.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Stream.of(
                "--portolan.banks.B.uri=http://127.0.0.1:1",
                "--portolan.banks.B.credentials.secret=" + keys.getProperty("domestic.secret"),
                "--portolan.banks.D.uri=http://127.0.0.1:1",
                "--portolan.banks.D.credentials.client-private-key="
                        + keys.getProperty("international.client-private-key"),
                "--portolan.banks.D.credentials.bank-public-key=" + keys.getProperty("international.bank-public-key"));
    }

    private int verify() {
        return captureOutput(() -> VerifyCommand.run(settings().toList()));
    }

    private int closeDay(LocalDate date) {
        return captureOutput(() -> CloseDayCommand.run(withSettings(date.toString())));
    }

    private int unfreeze(String... order) {
        return captureOutput(() -> UnfreezeCommand.run(withSettings(order)));
    }

    private int captureOutput(IntSupplier command) {
        CapturedOutput captured = CapturedOutput.of(command);
        output = captured.text();
        return captured.exitCode();
    }

    private Stream<String> settings() {
        return Stream.of(
                "--portolan.database.url=" + db.url(),
                "--portolan.database.user=" + db.app().user(),
                "--portolan.database.password=" + db.app().password(),
                "--portolan.database.owner-user=" + db.owner().user(),
                "--portolan.database.owner-password=" + db.owner().password());
    }

    private LocalDate openDate() {
        return db.database()
                .sql()
                .fetchSingle("select business_date from book_head")
                .get(0, LocalDate.class);
    }

    private void tamper(String change) throws SQLException {
        try (Connection owner = db.asOwner();
                Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }
    }
}
