package io.portolan.console;

import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.operations.InMemoryAlerts;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.operations.InMemoryDecisions;
import io.portolan.domain.payment.InMemoryPayments;
import java.time.Instant;
import java.util.List;

/** Everything that the console reads, in memory. */
public final class ConsoleFixture {
    /** The time at which the tests look. */
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    public volatile InMemoryPayments payments = new InMemoryPayments();
    public volatile InMemoryBankCalls calls = new InMemoryBankCalls();
    public volatile InMemoryDecisions decisions = new InMemoryDecisions();
    public volatile InMemoryAlerts alerts = new InMemoryAlerts();
    public volatile InMemoryJournal journal;

    public final InMemoryOperators operators = new InMemoryOperators();
    public final ScriptedWorkflows workflows = new ScriptedWorkflows(decision -> decisions.add(decision));
    public final SettableClock clock = new SettableClock(NOW);
    private final SettableClock postingClock = new SettableClock(NOW);

    public ConsoleFixture() {
        journal = new InMemoryJournal(postingClock);
    }

    /** Starts afresh, for the next test. */
    public void reset() {
        payments = new InMemoryPayments();
        calls = new InMemoryBankCalls();
        decisions = new InMemoryDecisions();
        alerts = new InMemoryAlerts();
        journal = new InMemoryJournal(postingClock);
        workflows.reset();
        clock.set(NOW);
    }

    /** Posts entries as of this time. */
    public void postAt(Instant time, List<JournalEntry> entries) {
        postingClock.set(time);
        journal.post(entries);
    }

    /** A new payment of 7,200.00 CNY for about 994.50 USD, accepted ten minutes ago. */
    public PaymentScenario newPayment(String reference) {
        return newPaymentAt(reference, NOW.minusSeconds(600));
    }

    public PaymentScenario newPaymentAt(String reference, Instant accepted) {
        return PaymentScenario.of(this, TestOrders.accepted(reference, "7200.00", "CNY/USD", "0.13882", accepted));
    }
}
