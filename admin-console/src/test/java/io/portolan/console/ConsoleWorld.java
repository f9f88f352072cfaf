package io.portolan.console;

import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.operations.InMemoryAlerts;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.operations.InMemoryOperatorActions;
import io.portolan.domain.payment.InMemoryPayments;
import java.time.Instant;
import java.util.List;

/** Everything that the console looks at, kept in memory. */
public final class ConsoleWorld {
    /** The moment at which the tests look. */
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    public volatile InMemoryPayments payments = new InMemoryPayments();
    public volatile InMemoryBankCalls calls = new InMemoryBankCalls();
    public volatile InMemoryOperatorActions actions = new InMemoryOperatorActions();
    public volatile InMemoryAlerts alerts = new InMemoryAlerts();
    public volatile InMemoryJournal journal;

    public final InMemoryOperators operators = new InMemoryOperators();
    public final ScriptedWorkflows workflows = new ScriptedWorkflows();
    public final SettableClock clock = new SettableClock(NOW);
    private final SettableClock bookingTime = new SettableClock(NOW);

    public ConsoleWorld() {
        journal = new InMemoryJournal(bookingTime);
    }

    /** Forgets everything, for the next test. */
    public void startAgain() {
        payments = new InMemoryPayments();
        calls = new InMemoryBankCalls();
        actions = new InMemoryOperatorActions();
        alerts = new InMemoryAlerts();
        journal = new InMemoryJournal(bookingTime);
        workflows.reset();
        clock.set(NOW);
    }

    /** Posts entries as of this time. */
    public void bookAt(Instant time, List<JournalEntry> entries) {
        bookingTime.set(time);
        journal.post(entries);
    }

    /** A new payment of 7,200.00 CNY for 994.50 USD or so, accepted ten minutes ago. */
    public Story story(String reference) {
        return storyAt(reference, NOW.minusSeconds(600));
    }

    public Story storyAt(String reference, Instant accepted) {
        return Story.of(this, Orders.accepted(reference, "7200.00", "CNY/USD", "0.13882", accepted));
    }
}
