package io.portolan.ledger.audit.replay;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredEvent;
import io.portolan.ledger.audit.stored.StoredHead;
import io.portolan.ledger.audit.stored.StoredPosting;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replays the stored events and keeps what they add up to. A wrong event is reported and replayed as far as it can be, so that one wrong event is
 * not reported as many.
 */
public final class Replay {
    /** Receives the rows that must be stored beside the events. */
    public interface ExpectedRows {
        void expectPosting(StoredPosting expected);

        void expectDerivedRow(DerivedRow expected);
    }

    private final ExpectedRows expectedRows;
    private final EventFindings findings = new EventFindings();
    private final EventChain chain = new EventChain(findings);
    private final HoldReplay holds;
    private final CustomerMoneyReplay customerMoney = new CustomerMoneyReplay(findings);
    private final Sha256 sha = new Sha256();
    private final Map<String, ReplayedAccount> accounts = new HashMap<>();
    private final Set<ReplayedAccount> changedToday = new LinkedHashSet<>();
    private long events;
    private long days;

    public Replay(ExpectedRows expectedRows) {
        this.expectedRows = expectedRows;
        this.holds = new HoldReplay(findings, expectedRows::expectDerivedRow);
    }

    public void replay(StoredEvent event) {
        events++;
        chain.check(event);
        try {
            switch (event.kind()) {
                case "BOOK_OPENED" -> openBook(event);
                case "ACCOUNT_OPENED" -> openAccount(event);
                case "ACCOUNT_FROZEN" -> changeAccount(event, "FROZEN");
                case "ACCOUNT_UNFROZEN" -> changeAccount(event, "OPEN");
                case "ACCOUNT_CLOSED" -> changeAccount(event, "CLOSED");
                case "POSTED", "CORRECTED", "REVERSED", "HELD", "RELEASED" -> replayPostings(event);
                case "DAY_CLOSED" -> closeDay(event);
                default -> findings.add(event, "a kind of event", event.kind());
            }
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            findings.add(event, "a body of " + event.kind(), event.body());
        }
    }

    /** Whether the book's head agrees. */
    public boolean endsAt(StoredHead head) {
        for (ReplayedAccount account : accounts.values()) {
            if (account.isOpened()) {
                expectedRows.expectDerivedRow(account.asAccountRow());
            }
        }
        holds.reportOpen();
        customerMoney.reportTo(expectedRows::expectDerivedRow);
        return chain.endsAt(head);
    }

    public String describeEnd() {
        return chain.describe();
    }

    public Map<String, ReplayedAccount> accounts() {
        return accounts;
    }

    public EventFindings findings() {
        return findings;
    }

    public long events() {
        return events;
    }

    public long days() {
        return days;
    }

    private void openBook(StoredEvent event) {
        if (event.position() != 1 || !event.body().isEmpty()) {
            findings.add(event, "the first event, without a body", event.position() + " " + event.body());
        }
    }

    private void openAccount(StoredEvent event) {
        String[] terms = event.body().split(" ", -1);
        ReplayedAccount account = account(terms[0]);
        if (account.isOpened()) {
            findings.add(event, "an account that is not open yet", account.code);
        }
        account.open(
                terms.length > 1 ? Integer.parseInt(terms[1]) : -1, event.body().endsWith(" overdraft"));
        requireTerms(event, account);
    }

    private void changeAccount(StoredEvent event, String status) {
        ReplayedAccount account =
                account(event.body().substring(0, Math.max(0, event.body().indexOf(' '))));
        requireTerms(event, account);
        account.status = status;
    }

    private void requireTerms(StoredEvent event, ReplayedAccount account) {
        if (!account.isOpenedAs(event.body())) {
            findings.add(event, account.terms(), event.body());
        }
    }

    private void replayPostings(StoredEvent event) {
        List<ParsedPosting> postings = ParsedPosting.parse(event.body());
        requireBalance(event, postings);
        holds.replay(event, postings);
        int ordinal = 0;
        for (ParsedPosting posting : postings) {
            ReplayedAccount account = account(posting.account());
            requireOpen(event, account, posting);
            changedToday.add(account);
            customerMoney.replay(event, account, posting.amount());
            ordinal++;
            StoredPosting expected = account.post(event, posting, ordinal, sha);
            expectedRows.expectPosting(expected);
            if (!expected.valueDate().equals(expected.businessDate())) {
                expectedRows.expectDerivedRow(DerivedRow.Correction.of(expected));
            }
        }
        customerMoney.endEvent(event);
    }

    private void requireBalance(StoredEvent event, List<ParsedPosting> postings) {
        Map<String, BigInteger> sums = new HashMap<>();
        for (ParsedPosting posting : postings) {
            sums.merge(posting.currency(), BigInteger.valueOf(posting.amount()), BigInteger::add);
        }
        sums.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                findings.add(event, "a sum of 0 " + currency, sum.toString());
            }
        });
    }

    private void requireOpen(StoredEvent event, ReplayedAccount account, ParsedPosting posting) {
        if (!account.isOpened() || !account.status.equals("OPEN")) {
            String found = account.isOpened() ? account.status : "never opened";
            findings.add(event, account.code + " open", found);
        }
        if (!account.fits(posting)) {
            findings.add(event, "balances of " + account.code + " that fit, with no negative hold", event.body());
        }
    }

    private void closeDay(StoredEvent event) {
        days++;
        String totals = new ExpectedDayTotals(changedToday).text();
        changedToday.forEach(account -> expectedRows.expectDerivedRow(account.asDayRow(event.businessDate())));
        changedToday.clear();
        String next = event.body().substring(0, Math.max(0, event.body().indexOf(' ')));
        String expected = LocalDate.parse(next) + " " + totals;
        if (!event.body().equals(expected)) {
            findings.add(event, expected, event.body());
        }
        if (next.compareTo(event.businessDate()) <= 0) {
            findings.add(event, "a next date after " + event.businessDate(), next);
        }
        chain.open(next);
    }

    /** @throws IllegalArgumentException if no account can have this code */
    private ReplayedAccount account(String code) {
        ReplayedAccount known = accounts.get(code);
        if (known != null) {
            return known;
        }
        AccountId id = AccountId.parse(code);
        return accounts.computeIfAbsent(id.code(), _ -> new ReplayedAccount(id));
    }
}
