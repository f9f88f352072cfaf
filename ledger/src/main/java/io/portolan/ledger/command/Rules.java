package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.Movement;
import io.portolan.ledger.event.Stamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rules of each command. The book is open, and so are the accounts that postings name. */
final class Rules {
    private final Book book;
    private final Stamp stamp;

    Rules(Book book, Stamp stamp) {
        this.book = book;
        this.stamp = stamp;
    }

    Ruling rule(Command command) {
        return switch (command) {
            case Command.Post post -> post(post);
            case Command.Correct correct -> correct(correct);
            case Command.Reverse reverse -> reverse(reverse);
            case Command.Hold hold -> hold(hold);
            case Command.Release release -> release(release);
            case Command.OpenAccount open -> new Ruling.Happens(opened(open, stamp));
            case Command.Freeze freeze -> change(freeze, freeze.account(), EventKind.ACCOUNT_FROZEN);
            case Command.Unfreeze unfreeze -> change(unfreeze, unfreeze.account(), EventKind.ACCOUNT_UNFROZEN);
            case Command.CloseAccount close -> closeAccount(close);
            case Command.CloseDay close -> closeDay(close);
        };
    }

    static Event opened(Command.OpenAccount open, Stamp stamp) {
        int scale = open.account().currency().exponent();
        return new Event.AccountChanged(
                stamp, EventKind.ACCOUNT_OPENED, open.account(), scale, open.overdraftAllowed(), open.narrative());
    }

    private Ruling post(Command.Post post) {
        LocalDate open = stamp.businessDate();
        LocalDate named = Objects.requireNonNullElse(post.date(), open);
        if (!named.equals(open)) {
            Reason reason = named.isBefore(open) ? Reason.DAY_CLOSED : Reason.DAY_NOT_OPEN;
            return Ruling.refuse(post, reason, firstAccount(post), open.toString(), named);
        }
        List<Movement> movements = movementsOf(post);
        String hold = post.hold();
        if (hold != null) {
            var settled = book.holds().find(hold);
            if (settled.isEmpty()) {
                return Ruling.refuse(post, Reason.HOLD_UNKNOWN, firstAccount(post), "an open hold", hold);
            }
            AccountId held = settled.get().account();
            if (post.postings().stream().noneMatch(posting -> posting.account().equals(held))) {
                return Ruling.refuse(post, Reason.MALFORMED, held, "a posting to the account of the hold", "none");
            }
            movements.add(Movement.hold(held, -settled.get().amount()));
        }
        return new MovementCheck(book, post)
                .rule(new Event.Moved(
                        stamp, EventKind.POSTED, post.payment(), hold, post.narrative(), open, movements));
    }

    private Ruling correct(Command.Correct correct) {
        LocalDate open = stamp.businessDate();
        if (!correct.valueDate().isBefore(open)) {
            return Ruling.refuse(
                    correct, Reason.DAY_NOT_OPEN, firstAccount(correct), "a date before " + open, correct.valueDate());
        }
        String corrects = correct.corrects();
        if (corrects != null && entry(corrects).isEmpty()) {
            return Ruling.refuse(correct, Reason.ENTRY_UNKNOWN, firstAccount(correct), "a posted entry", corrects);
        }
        return new MovementCheck(book, correct)
                .rule(new Event.Moved(
                        stamp,
                        EventKind.CORRECTED,
                        null,
                        corrects,
                        correct.narrative(),
                        correct.valueDate(),
                        movementsOf(correct)));
    }

    private Ruling reverse(Command.Reverse reverse) {
        Optional<Event.Moved> entry = entry(reverse.entry());
        if (entry.isEmpty()) {
            return Ruling.refuse(reverse, Reason.ENTRY_UNKNOWN, "a posted entry", reverse.entry());
        }
        List<Movement> movements = entry.get().movements().stream()
                .filter(movement -> movement.amount() != 0)
                .map(Movement::reversed)
                .toList();
        return new MovementCheck(book, reverse)
                .rule(new Event.Moved(
                        stamp,
                        EventKind.REVERSED,
                        entry.get().payment(),
                        reverse.entry(),
                        reverse.narrative(),
                        stamp.businessDate(),
                        movements));
    }

    private Ruling hold(Command.Hold hold) {
        if (hold.amount() <= 0) {
            return Ruling.refuse(hold, Reason.MALFORMED, hold.account(), "a positive amount", hold.amount());
        }
        List<Movement> movements = List.of(Movement.hold(hold.account(), hold.amount()));
        return new MovementCheck(book, hold)
                .rule(new Event.Moved(
                        stamp, EventKind.HELD, null, null, hold.narrative(), stamp.businessDate(), movements));
    }

    private Ruling release(Command.Release release) {
        var open = book.holds().find(release.hold());
        if (open.isEmpty()) {
            return Ruling.refuse(release, Reason.HOLD_UNKNOWN, "an open hold", release.hold());
        }
        List<Movement> movements =
                List.of(Movement.hold(open.get().account(), -open.get().amount()));
        return new MovementCheck(book, release)
                .rule(new Event.Moved(
                        stamp,
                        EventKind.RELEASED,
                        null,
                        release.hold(),
                        release.narrative(),
                        stamp.businessDate(),
                        movements));
    }

    private Ruling closeAccount(Command.CloseAccount close) {
        Optional<Account> account = book.accounts().find(close.account());
        if (account.isPresent() && (account.get().posted() != 0 || account.get().held() != 0)) {
            String found = account.get().posted() + ", held " + account.get().held();
            return Ruling.refuse(close, Reason.ACCOUNT_IN_USE, close.account(), "a balance of 0, held 0", found);
        }
        return change(close, close.account(), EventKind.ACCOUNT_CLOSED);
    }

    private Ruling change(Command command, AccountId id, EventKind kind) {
        Optional<Account> account = book.accounts().find(id);
        if (account.isEmpty()) {
            return Ruling.refuse(command, Reason.ACCOUNT_UNKNOWN, id, "an account of the book", "none");
        }
        if (account.get().status() == Account.Status.CLOSED) {
            return Ruling.refuse(command, Reason.ACCOUNT_CLOSED, id, "an account that is not closed", "closed");
        }
        return new Ruling.Happens(new Event.AccountChanged(
                stamp, kind, id, account.get().scale(), account.get().overdraftAllowed(), command.narrative()));
    }

    private Ruling closeDay(Command.CloseDay close) {
        LocalDate open = stamp.businessDate();
        if (!close.date().equals(open)) {
            Reason reason = close.date().isBefore(open) ? Reason.DAY_CLOSED : Reason.DAY_NOT_OPEN;
            return Ruling.refuse(close, reason, open.toString(), close.date());
        }
        if (!close.next().isAfter(open)) {
            return Ruling.refuse(close, Reason.DAY_CLOSED, "a date after " + open, close.next());
        }
        return new Ruling.Happens(new Event.DayClosed(stamp, close.next(), book.totalsOf(open)));
    }

    private Optional<Event.Moved> entry(String key) {
        return book.requests()
                .find(key)
                .filter(Event.Moved.class::isInstance)
                .map(Event.Moved.class::cast)
                .filter(moved -> moved.kind() == EventKind.POSTED || moved.kind() == EventKind.CORRECTED);
    }

    private static AccountId firstAccount(Command entry) {
        return entry.postings().getFirst().account();
    }

    private static List<Movement> movementsOf(Command entry) {
        List<Movement> movements = new ArrayList<>();
        entry.postings().forEach(posting -> movements.add(Movement.posting(posting.account(), posting.minorUnits())));
        return movements;
    }
}
