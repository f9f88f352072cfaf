package io.portolan.console;

import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.ScriptedBank;
import io.portolan.domain.bank.ScriptedBanks;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.decision.InMemoryDecisions;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.operations.InMemoryAlerts;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.payment.InMemoryPayments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everything that the console reads, in memory. */
public final class ConsoleFixture {
    /** The time at which the tests look. */
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** For how long a second person may think about a decision. */
    public static final Duration LAPSES_AFTER = Duration.ofHours(4);

    static final Banks BANKS = new ScriptedBanks(new ScriptedBank(new ScriptedOrders()));

    public volatile InMemoryDecisions decisions = new InMemoryDecisions();
    public volatile InMemoryPayments payments = new InMemoryPayments(decisions);
    public volatile ScriptedDesk desk = new ScriptedDesk(new ScriptedOrders());
    public volatile InMemoryBankCalls calls = new InMemoryBankCalls();
    public volatile InMemoryAlerts alerts = new InMemoryAlerts();
    public volatile InMemoryJournal journal;

    public final InMemoryOperators operators = new InMemoryOperators();
    public final ScriptedWorkflows workflows = new ScriptedWorkflows(this);
    public final SettableClock clock = new SettableClock(NOW);
    private final SettableClock postingClock = new SettableClock(NOW);

    public ConsoleFixture() {
        journal = new InMemoryJournal(postingClock);
    }

    /** Starts afresh, for the next test. */
    public void reset() {
        decisions = new InMemoryDecisions();
        payments = new InMemoryPayments(decisions);
        desk = new ScriptedDesk(new ScriptedOrders());
        calls = new InMemoryBankCalls();
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
