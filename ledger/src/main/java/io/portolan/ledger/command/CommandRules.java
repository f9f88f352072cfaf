package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventHeader;
import io.portolan.ledger.event.EventKind;
import io.portolan.ledger.event.EventPosting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rules of each command. The book is open, and so are the accounts that postings name. */
final class CommandRules {
    private final Book book;
    private final EventHeader header;

    CommandRules(Book book, EventHeader header) {
        this.book = book;
        this.header = header;
    }

    RuleResult apply(Command command) {
        return switch (command) {
            case Command.Post post -> post(post);
            case Command.Correct correct -> correct(correct);
            case Command.Reverse reverse -> reverse(reverse);
            case Command.Hold hold -> hold(hold);
            case Command.Release release -> release(release);
            case Command.OpenAccount open -> new RuleResult.Allowed(accountOpened(open, header));
            case Command.Freeze freeze -> changeAccount(freeze, freeze.account(), EventKind.ACCOUNT_FROZEN);
            case Command.Unfreeze unfreeze -> changeAccount(unfreeze, unfreeze.account(), EventKind.ACCOUNT_UNFROZEN);
            case Command.CloseAccount close -> closeAccount(close);
            case Command.CloseDay close -> closeDay(close);
        };
    }

    static Event accountOpened(Command.OpenAccount open, EventHeader header) {
        int scale = open.account().currency().exponent();
        return new Event.AccountChanged(
                header, EventKind.ACCOUNT_OPENED, open.account(), scale, open.overdraftAllowed(), open.narrative());
    }

    private RuleResult post(Command.Post post) {
        LocalDate open = header.businessDate();
        LocalDate named = Objects.requireNonNullElse(post.date(), open);
        if (!named.equals(open)) {
            Reason reason = named.isBefore(open) ? Reason.DAY_CLOSED : Reason.DAY_NOT_OPEN;
            return RuleResult.reject(post, reason, firstAccount(post), open.toString(), named);
        }
        List<EventPosting> postings = postingsOf(post);
        String hold = post.hold();
        if (hold != null) {
            var settled = book.holds().find(hold);
            if (settled.isEmpty()) {
                return RuleResult.reject(post, Reason.HOLD_UNKNOWN, firstAccount(post), "an open hold", hold);
            }
            AccountId held = settled.get().account();
            if (post.postings().stream().noneMatch(posting -> posting.account().equals(held))) {
                return RuleResult.reject(post, Reason.MALFORMED, held, "a posting to the account of the hold", "none");
            }
            postings.add(EventPosting.hold(held, -settled.get().amount()));
        }
        return new PostingCheck(book, post)
                .check(new Event.BalancesChanged(
                        header, EventKind.POSTED, post.payment(), hold, post.narrative(), open, postings));
    }

    private RuleResult correct(Command.Correct correct) {
        LocalDate open = header.businessDate();
        if (!correct.valueDate().isBefore(open)) {
            return RuleResult.reject(
                    correct, Reason.DAY_NOT_OPEN, firstAccount(correct), "a date before " + open, correct.valueDate());
        }
        String corrects = correct.corrects();
        Optional<Event.BalancesChanged> wrong = corrects == null ? Optional.empty() : findEntry(corrects);
        if (corrects != null && wrong.isEmpty()) {
            return RuleResult.reject(correct, Reason.ENTRY_UNKNOWN, firstAccount(correct), "a posted entry", corrects);
        }
        return new PostingCheck(book, correct)
                .check(new Event.BalancesChanged(
                        header,
                        EventKind.CORRECTED,
                        wrong.map(Event.BalancesChanged::payment).orElse(null),
                        corrects,
                        correct.narrative(),
                        correct.valueDate(),
                        postingsOf(correct)));
    }

    private RuleResult reverse(Command.Reverse reverse) {
        Optional<Event.BalancesChanged> entry = findEntry(reverse.entry());
        if (entry.isEmpty()) {
            return RuleResult.reject(reverse, Reason.ENTRY_UNKNOWN, "a posted entry", reverse.entry());
        }
        List<EventPosting> postings = entry.get().postings().stream()
                .filter(posting -> posting.amount() != 0)
                .map(EventPosting::reversed)
                .toList();
        return new PostingCheck(book, reverse)
                .check(new Event.BalancesChanged(
                        header,
                        EventKind.REVERSED,
                        entry.get().payment(),
                        reverse.entry(),
                        reverse.narrative(),
                        header.businessDate(),
                        postings));
    }

    private RuleResult hold(Command.Hold hold) {
        if (hold.amount() <= 0) {
            return RuleResult.reject(hold, Reason.MALFORMED, hold.account(), "a positive amount", hold.amount());
        }
        List<EventPosting> postings = List.of(EventPosting.hold(hold.account(), hold.amount()));
        return new PostingCheck(book, hold)
                .check(new Event.BalancesChanged(
                        header, EventKind.HELD, null, null, hold.narrative(), header.businessDate(), postings));
    }

    private RuleResult release(Command.Release release) {
        var open = book.holds().find(release.hold());
        if (open.isEmpty()) {
            return RuleResult.reject(release, Reason.HOLD_UNKNOWN, "an open hold", release.hold());
        }
        List<EventPosting> postings =
                List.of(EventPosting.hold(open.get().account(), -open.get().amount()));
        return new PostingCheck(book, release)
                .check(new Event.BalancesChanged(
                        header,
                        EventKind.RELEASED,
                        null,
                        release.hold(),
                        release.narrative(),
                        header.businessDate(),
                        postings));
    }

    private RuleResult closeAccount(Command.CloseAccount close) {
        Optional<Account> account = book.accounts().find(close.account());
        if (account.isPresent() && (account.get().posted() != 0 || account.get().held() != 0)) {
            String found = account.get().posted() + ", held " + account.get().held();
            return RuleResult.reject(close, Reason.ACCOUNT_IN_USE, close.account(), "a balance of 0, held 0", found);
        }
        return changeAccount(close, close.account(), EventKind.ACCOUNT_CLOSED);
    }

    private RuleResult changeAccount(Command command, AccountId id, EventKind kind) {
        Optional<Account> account = book.accounts().find(id);
        if (account.isEmpty()) {
            return RuleResult.reject(command, Reason.ACCOUNT_UNKNOWN, id, "an account of the book", "none");
        }
        if (account.get().status() == AccountStatus.CLOSED) {
            return RuleResult.reject(command, Reason.ACCOUNT_CLOSED, id, "an account that is not closed", "closed");
        }
        return new RuleResult.Allowed(new Event.AccountChanged(
                header, kind, id, account.get().scale(), account.get().overdraftAllowed(), command.narrative()));
    }

    private RuleResult closeDay(Command.CloseDay close) {
        LocalDate open = header.businessDate();
        if (!close.date().equals(open)) {
            Reason reason = close.date().isBefore(open) ? Reason.DAY_CLOSED : Reason.DAY_NOT_OPEN;
            return RuleResult.reject(close, reason, open.toString(), close.date());
        }
        if (!close.nextDate().isAfter(open)) {
            return RuleResult.reject(close, Reason.DAY_CLOSED, "a date after " + open, close.nextDate());
        }
        return new RuleResult.Allowed(new Event.DayClosed(header, close.nextDate(), book.totalsOf(open)));
    }

    private Optional<Event.BalancesChanged> findEntry(String key) {
        return book.requests()
                .find(key)
                .filter(Event.BalancesChanged.class::isInstance)
                .map(Event.BalancesChanged.class::cast)
                .filter(entry -> entry.kind() == EventKind.POSTED || entry.kind() == EventKind.CORRECTED);
    }

    private static AccountId firstAccount(Command entry) {
        return entry.postings().getFirst().account();
    }

    private static List<EventPosting> postingsOf(Command entry) {
        List<EventPosting> postings = new ArrayList<>();
        entry.postings()
                .forEach(posting -> postings.add(EventPosting.posting(posting.account(), posting.minorUnits())));
        return postings;
    }
}
