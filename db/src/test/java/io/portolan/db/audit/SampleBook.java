package io.portolan.db.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.AuditReport;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.UncheckedPosting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small book with everything in it: three currencies, holds, a correction, a reversal, accounts that were frozen and closed, customer money of two
 * payments and of none, and three business dates. Tests may corrupt it as the schema's owner, without the server's own checks, and then restore it.
 */
final class SampleBook {
    static final List<String> TABLES = List.of(
            "book_head",
            "book_event",
            "book_posting",
            "book_account",
            "book_hold",
            "book_day_balance",
            "book_correction",
            "book_payment_balance");

    private static final List<String> CHECKS = List.of(
            "book_head DROP CONSTRAINT ck_book_head_one",
            "book_head DROP CONSTRAINT ck_book_head_open",
            "book_event DROP CONSTRAINT ck_book_event_position",
            "book_event DROP CONSTRAINT ck_book_event_value",
            "book_posting DROP CONSTRAINT ck_book_posting_sequence",
            "book_posting DROP CONSTRAINT ck_book_posting_changes",
            "book_posting DROP CONSTRAINT ck_book_posting_posted",
            "book_posting DROP CONSTRAINT ck_book_posting_held",
            "book_hold DROP CONSTRAINT ck_book_hold_amount",
            "book_payment_balance DROP CONSTRAINT ck_book_payment_balance");

    static final PaymentId ONE = new PaymentId("pay_" + "1".repeat(20));
    static final PaymentId OTHER = new PaymentId("pay_" + "2".repeat(20));

    private static final Map<TestServer, SampleBook> BOOKS = new EnumMap<>(TestServer.class);

    private final TestDatabase db;

    private SampleBook(TestDatabase db) {
        this.db = db;
    }

    /** The same for all tests of the JVM, and consistent. */
    static synchronized SampleBook on(TestServer server) {
        SampleBook book = BOOKS.get(server);
        if (book == null) {
            book = new SampleBook(TestDatabase.on(server));
            BOOKS.put(server, book);
            book.fill();
            book.execute(CHECKS.stream().map(check -> "ALTER TABLE " + check).toList());
            book.execute(TABLES.stream()
                    .map(table -> "CREATE TABLE saved_" + table + " AS SELECT * FROM " + table)
                    .toList());
        }
        return book;
    }

    JooqBookAudit audit() {
        return new JooqBookAudit(db.database().transactions());
    }

    void corrupt(String... statements) {
        execute(List.of(statements));
    }

    void restore() {
        List<String> statements = new ArrayList<>();
        for (String table : TABLES) {
            statements.add("DELETE FROM " + table);
            statements.add("INSERT INTO " + table + " SELECT * FROM saved_" + table);
        }
        execute(statements);
    }

    /** Hashes the events from this position on again, up to the head, as a skilled forger would. */
    void rehashFrom(long position) {
        long last = Long.parseLong(query("SELECT MAX(position) FROM book_event"));
        List<String> statements = new ArrayList<>();
        for (long each = position; each <= last; each++) {
            statements.add("""
                    UPDATE book_event e JOIN (SELECT hash FROM book_event WHERE position = %d - 1) b
                    SET e.hash = UNHEX(SHA2(CONCAT_WS('\\n', LOWER(HEX(b.hash)), position, kind, event_key,
                        LOWER(HEX(request_hash)), recorded_at, business_date, value_date, COALESCE(payment_id, ''),
                        COALESCE(reference, ''), narrative, body), 256))
                    WHERE e.position = %d""".formatted(each, each));
        }
        statements.add("UPDATE book_head SET hash = (SELECT hash FROM book_event WHERE position = " + last + ")");
        execute(statements);
    }

    /** Gives a posting the hash of its columns. */
    void rehash(String account, long sequence) {
        corrupt("""
                UPDATE book_posting p JOIN saved_book_posting b
                    ON b.account_code = p.account_code AND b.sequence = p.sequence - 1
                SET p.hash = UNHEX(SHA2(CONCAT_WS('|', LOWER(HEX(b.hash)), p.account_code, p.sequence, p.position,
                    p.ordinal, p.recorded_at, p.business_date, p.value_date, p.amount, p.hold_change, p.posted_before,
                    p.posted_after, p.held_before, p.held_after), 256))
                WHERE p.account_code = '%s' AND p.sequence = %d""".formatted(account, sequence));
    }

    /** By both ways; by SQL also in pages so small that most rows are at the edge of one. */
    List<AuditReport> reports() {
        return List.of(audit().byReplay(), audit().bySql(), audit().bySql(2, 2));
    }

    /** One value, as text. */
    String query(String query) {
        try (Connection owner = db.asOwner();
                Statement statement = owner.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void fill() {
        for (String currency : List.of("CNY", "JPY", "KWD")) {
            execute(post("fund/" + currency, null, null, 100_000, ownFunds(currency), nostro(currency)));
            execute(post("float/" + currency, null, null, 60_000, nostro(currency), floatAccount(currency)));
        }
        execute(new Command.Hold("hold/settled", "for a payment — 支付", floatAccount("CNY"), 700));
        execute(new Command.Hold("hold/released", "for nobody", floatAccount("CNY"), 20));
        execute(new Command.Hold("hold/open", "for later", floatAccount("JPY"), 5));
        execute(new Command.Release("hold/released", "not needed"));
        execute(post("pay/1", PaymentId.next(), "hold/settled", 700, floatAccount("CNY"), nostro("CNY")));
        execute(post("wrong/1", null, null, 33, nostro("KWD"), floatAccount("KWD")));
        LocalDate today = LocalDate.parse(query("SELECT business_date FROM book_head"));
        execute(new Command.CloseDay(today, today.plusDays(1)));
        execute(new Command.Reverse("wrong/1", "it was wrong"));
        execute(new Command.Correct(
                "late/1", "fund/JPY", "forgotten", postings(11, ownFunds("JPY"), nostro("JPY")), today));
        execute(new Command.Freeze("freeze/1", floatAccount("KWD"), "looked odd"));
        execute(new Command.Unfreeze("unfreeze/1", floatAccount("KWD"), "was fine"));
        execute(new Command.Freeze("freeze/2", ownFunds("KWD"), "looks odd"));
        execute(new Command.OpenAccount(suspense(), false));
        execute(post("pay/2", PaymentId.next(), null, 40, floatAccount("CNY"), nostro("CNY")));
        execute(new Command.CloseDay(today.plusDays(1), today.plusDays(2)));
        execute(new Command.CloseAccount(suspense(), "never used"));
        customerMoney();
        execute(post("pay/3", null, null, 41, floatAccount("CNY"), nostro("CNY")));
        execute(post("pay/4", null, null, 42, floatAccount("JPY"), nostro("JPY")));
    }

    /** Of the two payments, ONE has 300 at the end, and OTHER has nothing; 50 belong to none. Another account may be overdrawn. */
    private void customerMoney() {
        AccountId payable = new AccountId(AccountKind.PAYABLE, "acme", Currency.of("CNY"));
        AccountId overdrawn = new AccountId(AccountKind.PAYABLE, "overdrawn", Currency.of("CNY"));
        AccountId transit = new AccountId(AccountKind.IN_TRANSIT, "B", Currency.of("CNY"));
        execute(post("collect/1", ONE, null, 500, payable, transit));
        execute(post("collect/2", OTHER, null, 400, payable, transit));
        execute(post("spend/1", ONE, null, 200, transit, payable));
        execute(post("spend/2", OTHER, null, 400, transit, payable));
        execute(post("collect/none", null, null, 50, payable, transit));
        execute(new Command.OpenAccount(overdrawn, true));
        execute(post("overdraw", ONE, null, 9, transit, overdrawn));
    }

    private void execute(Command command) {
        assertThat(db.database().journal().execute(List.of(command))).isInstanceOf(CommandResult.Applied.class);
    }

    private static Command post(
            String key, @Nullable PaymentId payment, @Nullable String hold, long amount, AccountId... fromTo) {
        return new Command.Post(key, payment, "entry " + key, postings(amount, fromTo), hold, null);
    }

    private static List<UncheckedPosting> postings(long amount, AccountId... fromTo) {
        Currency currency = fromTo[0].currency();
        int scale = currency.exponent();
        return List.of(
                new UncheckedPosting(fromTo[1], currency, scale, amount),
                new UncheckedPosting(fromTo[0], currency, scale, -amount));
    }

    private static AccountId nostro(String currency) {
        return new AccountId(AccountKind.NOSTRO, "B", Currency.of(currency));
    }

    private static AccountId floatAccount(String currency) {
        return AccountId.ofHouse(AccountKind.FLOAT, Currency.of(currency));
    }

    private static AccountId ownFunds(String currency) {
        return AccountId.ofHouse(AccountKind.OWN_FUNDS, Currency.of(currency));
    }

    private static AccountId suspense() {
        return AccountId.ofHouse(AccountKind.SUSPENSE, Currency.of("CNY"));
    }

    private void execute(List<String> statements) {
        try (Connection owner = db.asOwner();
                Statement statement = owner.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
