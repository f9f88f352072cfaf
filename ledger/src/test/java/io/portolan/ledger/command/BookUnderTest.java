package io.portolan.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A book that a test fills, one request a second, beginning on one date. */
final class BookUnderTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final AccountId FLOAT = account(AccountKind.FLOAT, "USD");
    static final AccountId OWN_FUNDS = account(AccountKind.OWN_FUNDS, "USD");
    static final AccountId NOSTRO = account(AccountKind.NOSTRO, "USD");

    private Book book = Book.EMPTY;
    private Instant now = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    /** With this much on the account {@link #FLOAT}, which may not be overdrawn. */
    static BookUnderTest withFloatOf(long amount) {
        BookUnderTest book = new BookUnderTest();
        book.apply(post("funding", FLOAT, OWN_FUNDS, amount));
        return book;
    }

    /** Another account of the same holder. */
    static AccountId account(AccountKind kind, String currency) {
        return AccountId.ofHouse(kind, Currency.of(currency));
    }

    static UncheckedPosting posting(AccountId account, long amount) {
        return new UncheckedPosting(
                account, account.currency(), account.currency().exponent(), amount);
    }

    static Command.Post post(String key, UncheckedPosting... postings) {
        return new Command.Post(key, null, "", List.of(postings), null, null);
    }

    static Command.Post post(String key, AccountId debited, AccountId credited, long amount) {
        return post(key, posting(debited, amount), posting(credited, -amount));
    }

    static Command.Post postOutOf(String hold, String key, UncheckedPosting... postings) {
        return new Command.Post(key, null, "", List.of(postings), hold, null);
    }

    static Command.Correct correct(String key, LocalDate valueDate, UncheckedPosting... postings) {
        return new Command.Correct(key, null, "", List.of(postings), valueDate);
    }

    CommandResult.Applied apply(Command... commands) {
        CommandResult result = decide(commands);
        assertThat(result).isInstanceOf(CommandResult.Applied.class);
        CommandResult.Applied applied = (CommandResult.Applied) result;
        book = applied.book();
        return applied;
    }

    Rejection reject(Command... commands) {
        CommandResult result = decide(commands);
        assertThat(result).isInstanceOf(CommandResult.Rejected.class);
        return ((CommandResult.Rejected) result).rejection();
    }

    void clockIsAt(Instant instant) {
        now = instant;
    }

    Book book() {
        return book;
    }

    Account account(AccountId id) {
        return book.accounts().find(id).orElseThrow();
    }

    private CommandResult decide(Command... commands) {
        CommandResult result = Decider.decide(book, List.of(commands), now);
        now = now.plusSeconds(1);
        return result;
    }
}
