package io.portolan.ledger.audit;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredFact;
import io.portolan.ledger.audit.stored.StoredHead;
import io.portolan.ledger.audit.stored.StoredLine;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks through the stored events and keeps what they add up to. A wrong event is noted and taken as well as it can be, so that one is not reported
 * as many.
 */
final class Fold {
    /** Hears what must be stored beside the events. */
    interface Watch {
        void line(StoredLine expected);

        void fact(StoredFact expected);
    }

    private final Watch watch;
    private final EventFaults faults = new EventFaults();
    private final EventChain chain = new EventChain(faults);
    private final HoldFold holds;
    private final Sha256 sha = new Sha256();
    private final Map<String, AccountFold> accounts = new HashMap<>();
    private final Set<AccountFold> movedToday = new LinkedHashSet<>();
    private long events;
    private long days;

    Fold(Watch watch) {
        this.watch = watch;
        this.holds = new HoldFold(faults, watch::fact);
    }

    void take(StoredEvent event) {
        events++;
        chain.follow(event);
        try {
            switch (event.kind()) {
                case "BOOK_OPENED" -> openBook(event);
                case "ACCOUNT_OPENED" -> openAccount(event);
                case "ACCOUNT_FROZEN" -> change(event, "FROZEN");
                case "ACCOUNT_UNFROZEN" -> change(event, "OPEN");
                case "ACCOUNT_CLOSED" -> change(event, "CLOSED");
                case "POSTED", "CORRECTED", "REVERSED", "HELD", "RELEASED" -> move(event);
                case "DAY_CLOSED" -> closeDay(event);
                default -> faults.note(event, "a kind of event", event.kind());
            }
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            faults.note(event, "a body of " + event.kind(), event.body());
        }
    }

    /** Whether the book's head agrees. */
    boolean endsAt(StoredHead head) {
        for (AccountFold account : accounts.values()) {
            if (account.isOpened()) {
                watch.fact(account.asAccount());
            }
        }
        holds.tellOpen();
        return chain.endsAt(head);
    }

    String describeEnd() {
        return chain.describe();
    }

    Map<String, AccountFold> accounts() {
        return accounts;
    }

    EventFaults faults() {
        return faults;
    }

    long events() {
        return events;
    }

    long days() {
        return days;
    }

    private void openBook(StoredEvent event) {
        if (event.position() != 1 || !event.body().isEmpty()) {
            faults.note(event, "the first event, without a body", event.position() + " " + event.body());
        }
    }

    private void openAccount(StoredEvent event) {
        String[] terms = event.body().split(" ", -1);
        AccountFold account = account(terms[0]);
        if (account.isOpened()) {
            faults.note(event, "an account that is not open yet", account.code);
        }
        account.open(
                terms.length > 1 ? Integer.parseInt(terms[1]) : -1, event.body().endsWith(" overdraft"));
        requireTerms(event, account);
    }

    private void change(StoredEvent event, String status) {
        AccountFold account =
                account(event.body().substring(0, Math.max(0, event.body().indexOf(' '))));
        requireTerms(event, account);
        account.status = status;
    }

    private void requireTerms(StoredEvent event, AccountFold account) {
        if (!account.isOpenedAs(event.body())) {
            faults.note(event, account.terms(), event.body());
        }
    }

    private void move(StoredEvent event) {
        List<Move> moves = Move.parse(event.body());
        requireBalance(event, moves);
        holds.take(event, moves);
        int ordinal = 0;
        for (Move move : moves) {
            AccountFold account = account(move.account());
            requireMovable(event, account, move);
            movedToday.add(account);
            ordinal++;
            StoredLine line = account.move(event, move, ordinal, sha);
            watch.line(line);
            if (!line.valueDate().equals(line.businessDate())) {
                watch.fact(new StoredFact.BackValue(
                        line.account(), line.valueDate(), line.recordedAt(), line.sequence(), line.amount()));
            }
        }
    }

    private void requireBalance(StoredEvent event, List<Move> moves) {
        Map<String, BigInteger> sums = new HashMap<>();
        for (Move move : moves) {
            sums.merge(move.currency(), BigInteger.valueOf(move.amount()), BigInteger::add);
        }
        sums.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                faults.note(event, "a sum of 0 " + currency, sum.toString());
            }
        });
    }

    private void requireMovable(StoredEvent event, AccountFold account, Move move) {
        if (!account.isOpened() || !account.status.equals("OPEN")) {
            String found = account.isOpened() ? account.status : "never opened";
            faults.note(event, account.code + " open", found);
        }
        if (!account.fits(move)) {
            faults.note(event, "balances of " + account.code + " that fit, and none held below 0", event.body());
        }
    }

    private void closeDay(StoredEvent event) {
        days++;
        String totals = new DayEnd(movedToday).text();
        movedToday.forEach(account -> watch.fact(account.asDay(event.businessDate())));
        movedToday.clear();
        String next = event.body().substring(0, Math.max(0, event.body().indexOf(' ')));
        String expected = LocalDate.parse(next) + " " + totals;
        if (!event.body().equals(expected)) {
            faults.note(event, expected, event.body());
        }
        if (next.compareTo(event.businessDate()) <= 0) {
            faults.note(event, "a next date after " + event.businessDate(), next);
        }
        chain.open(next);
    }

    /** @throws IllegalArgumentException if no account can have this code */
    private AccountFold account(String code) {
        AccountFold known = accounts.get(code);
        return known != null
                ? known
                : accounts.computeIfAbsent(AccountId.parse(code).code(), AccountFold::new);
    }
}
