package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventHeader;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Hashing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what commands do to a book: a pure function of the book, the commands and the time.
 *
 * <p>The book must have loaded every account, hold and request that the commands name. A book that never had an event is opened first, on the
 * current date in UTC; accounts that postings name and nobody opened are opened as the chart says.
 */
public final class Decider {
    private final Instant now;
    private Book book;
    private final List<EventRow> events = new ArrayList<>();
    private final List<PostingRow> postings = new ArrayList<>();
    private final List<Account> dayEnds = new ArrayList<>();

    private Decider(Book book, Instant now) {
        this.book = book;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** All of the commands, in their order, or none. */
    public static CommandResult decide(Book book, List<? extends Command> commands, Instant now) {
        Decider decider = new Decider(book, now);
        for (Command command : commands) {
            if (decider.decideOne(command) instanceof RuleResult.Rejected(Rejection rejection)) {
                return new CommandResult.Rejected(rejection);
            }
        }
        return new CommandResult.Applied(decider.book, decider.events, decider.postings, decider.dayEnds);
    }

    private RuleResult decideOne(Command command) {
        Optional<RuleResult> malformed = CommandValidation.check(command);
        if (malformed.isPresent()) {
            return malformed.get();
        }
        String hash = command.requestHash();
        Optional<Event> earlier = book.requests().find(command.key());
        if (earlier.isPresent()) {
            return resultOfRepeat(command, hash, earlier.get());
        }
        openBook();
        openAccounts(command);
        RuleResult result = new CommandRules(book, nextHeader(command.key(), hash)).apply(command);
        if (result instanceof RuleResult.Allowed(Event event)) {
            apply(event);
        }
        return result;
    }

    /** A repeat has taken effect already. */
    private static RuleResult resultOfRepeat(Command command, String hash, Event earlier) {
        return earlier.header().requestHash().equals(hash)
                ? new RuleResult.Allowed(earlier)
                : RuleResult.reject(
                        command,
                        Reason.KEY_REUSED,
                        firstAccount(earlier),
                        EventRow.of(earlier, Hashing.ZERO_HASH).body(),
                        command.content());
    }

    private static @Nullable AccountId firstAccount(Event event) {
        return switch (event) {
            case Event.BalancesChanged change -> change.postings().getFirst().account();
            case Event.AccountChanged changed -> changed.account();
            case Event.BookOpened _, Event.DayClosed _ -> null;
        };
    }

    private void openBook() {
        if (book.businessDate() == null) {
            apply(new Event.BookOpened(nextHeader("book", Hashing.sha256("book"))));
        }
    }

    private void openAccounts(Command command) {
        for (UncheckedPosting posting : command.postings()) {
            AccountId account = posting.account();
            if (!book.accounts().contains(account)) {
                var open = new Command.OpenAccount(account, account.kind().isOverdraftAllowed());
                apply(CommandRules.accountOpened(open, nextHeader(open.key(), open.requestHash())));
            }
        }
    }

    private void apply(Event event) {
        if (event instanceof Event.DayClosed closed) {
            dayEnds.addAll(book.accountsChangedOn(closed.header().businessDate()));
        }
        Book.AppliedEvent applied = book.apply(event);
        book = applied.book();
        events.add(applied.row());
        postings.addAll(applied.postings());
    }

    /** Times grow by a microsecond at least, so that an instant names exactly one state of the book. */
    private EventHeader nextHeader(String key, String requestHash) {
        Instant next = book.recordedAt().plus(1, ChronoUnit.MICROS);
        Instant at = now.isBefore(next) ? next : now;
        LocalDate date =
                Objects.requireNonNullElseGet(book.businessDate(), () -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        return new EventHeader(book.position() + 1, key, requestHash, at, date);
    }
}
