package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.Line;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventRow;
import io.portolan.ledger.event.Hashing;
import io.portolan.ledger.event.Stamp;
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
 * <p>The book must have loaded every account, hold and request that the commands name. A book that never had an event is opened first, on the date
 * of the time in UTC; accounts that postings name and nobody opened are opened as the chart says.
 */
public final class Decider {
    private final Instant now;
    private Book book;
    private final List<EventRow> events = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Account> dayEnds = new ArrayList<>();

    private Decider(Book book, Instant now) {
        this.book = book;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** All of the commands, in their order, or none. */
    public static Decision decide(Book book, List<? extends Command> commands, Instant now) {
        Decider decider = new Decider(book, now);
        for (Command command : commands) {
            if (decider.take(command) instanceof Ruling.Refused(Rejection rejection)) {
                return new Decision.Refused(rejection);
            }
        }
        return new Decision.Accepted(decider.book, decider.events, decider.lines, decider.dayEnds);
    }

    private Ruling take(Command command) {
        Optional<Ruling> malformed = Shape.check(command);
        if (malformed.isPresent()) {
            return malformed.get();
        }
        String hash = command.requestHash();
        Optional<Event> earlier = book.requests().find(command.key());
        if (earlier.isPresent()) {
            return repeated(command, hash, earlier.get());
        }
        openBook();
        openAccounts(command);
        Ruling ruling = new Rules(book, stamp(command.key(), hash)).rule(command);
        if (ruling instanceof Ruling.Happens(Event event)) {
            happen(event);
        }
        return ruling;
    }

    /** A repeat has happened already. */
    private static Ruling repeated(Command command, String hash, Event earlier) {
        return earlier.stamp().requestHash().equals(hash)
                ? new Ruling.Happens(earlier)
                : Ruling.refuse(
                        command,
                        Reason.KEY_REUSED,
                        firstAccount(earlier),
                        EventRow.of(earlier, Hashing.START).body(),
                        command.content());
    }

    private static @Nullable AccountId firstAccount(Event event) {
        return switch (event) {
            case Event.Moved moved -> moved.movements().getFirst().account();
            case Event.AccountChanged changed -> changed.account();
            case Event.BookOpened _, Event.DayClosed _ -> null;
        };
    }

    private void openBook() {
        if (book.businessDate() == null) {
            happen(new Event.BookOpened(stamp("book", Hashing.sha256("book"))));
        }
    }

    private void openAccounts(Command command) {
        for (PostingRequest posting : command.postings()) {
            AccountId account = posting.account();
            if (!book.accounts().contains(account)) {
                var open = new Command.OpenAccount(account, account.kind().isOverdraftAllowed());
                happen(Rules.opened(open, stamp(open.key(), open.requestHash())));
            }
        }
    }

    private void happen(Event event) {
        if (event instanceof Event.DayClosed closed) {
            dayEnds.addAll(book.movedOn(closed.stamp().businessDate()));
        }
        Book.Applied applied = book.apply(event);
        book = applied.book();
        events.add(applied.row());
        lines.addAll(applied.lines());
    }

    /** Times grow by a microsecond at least, so that an instant tells exactly one state of the book. */
    private Stamp stamp(String key, String requestHash) {
        Instant next = book.at().plus(1, ChronoUnit.MICROS);
        Instant at = now.isBefore(next) ? next : now;
        LocalDate date =
                Objects.requireNonNullElseGet(book.businessDate(), () -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        return new Stamp(book.position() + 1, key, requestHash, at, date);
    }
}
