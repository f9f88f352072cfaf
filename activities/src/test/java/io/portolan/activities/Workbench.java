package io.portolan.activities;

import io.portolan.activities.collection.BankCollection;
import io.portolan.activities.conversion.DealerConversion;
import io.portolan.activities.conversion.Requoting;
import io.portolan.activities.conversion.UnwindPlanning;
import io.portolan.activities.leg.LegConversation;
import io.portolan.activities.leg.Pacing;
import io.portolan.activities.leg.Pause;
import io.portolan.activities.payment.StoredPayment;
import io.portolan.activities.payout.BankPayout;
import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.ScriptedBank;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.fx.InMemoryQuotes;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.identity.Step;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.operations.InMemoryOperatorActions;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** The activities over scripted ports, with one payment in the store and a clock that moves only while something is waited for. */
public final class Workbench {
    public final ScriptedOrders orders = new ScriptedOrders();
    public final ScriptedBank bank = new ScriptedBank(orders);
    public final ScriptedDesk desk = new ScriptedDesk(orders);
    public final InMemoryBankCalls calls = new InMemoryBankCalls();
    public final InMemoryOperatorActions actions = new InMemoryOperatorActions();
    public final InMemoryQuotes quotes = new InMemoryQuotes();
    public final InMemoryPayments payments;
    public final Payment accepted;
    public final LegConversation conversation;
    public final BankCollection collection;
    public final DealerConversion conversion;
    public final BankPayout payout;
    public final UnwindPlanning planning;
    public final StoredPayment stored;

    private final Ticking clock = new Ticking();
    private volatile Pause pause = clock::pass;

    public Workbench() {
        this(SamplePayments.cnyToUsd());
    }

    public Workbench(Payment accepted) {
        this.accepted = accepted;
        payments = InMemoryPayments.of(accepted);
        quotes.add(new Quote(
                accepted.order().quote(),
                accepted.merchant(),
                accepted.price().source(),
                accepted.price().fee(),
                accepted.price().firm(),
                accepted.createdAt()));
        conversation = new LegConversation(payments, calls, Pacing.standard(), clock, duration -> pause.last(duration));
        collection = new BankCollection(conversation, payments, bank);
        Requoting requoting = new Requoting(payments, quotes, desk, clock);
        conversion = new DealerConversion(conversation, payments, requoting, bank, desk);
        payout = new BankPayout(conversation, bank);
        planning = new UnwindPlanning(payments, desk, clock);
        stored = new StoredPayment(payments, actions, planning, clock);
    }

    public String id() {
        return accepted.id().value();
    }

    public Payment now() {
        return payments.get(accepted.id());
    }

    public Instruction latest(Step step) {
        return now().latest(step).orElseThrow();
    }

    public Instant time() {
        return clock.instant();
    }

    public Clock clock() {
        return clock;
    }

    /** Moves the clock on. */
    public void pass(Duration duration) {
        clock.pass(duration);
    }

    /** What happens instead of waiting, before the clock moves on. */
    public void whileWaiting(Runnable happening) {
        pause = duration -> {
            happening.run();
            clock.pass(duration);
        };
    }

    /** The step begins, as if the worker died before it could send anything. */
    public void begun(Step step) {
        payments.change(accepted.id(), payment -> Transitions.begin(payment, step, time()));
    }

    /** The step is decided like this. */
    public void decided(Step step, Finding finding) {
        begun(step);
        payments.change(
                accepted.id(),
                payment -> Transitions.found(
                        payment, payment.latest(step).orElseThrow().key(), finding, time()));
    }

    public void booked(Step... steps) {
        for (Step step : steps) {
            decided(step, ScriptedOrders.booked());
        }
    }

    /** Each account's balance after every entry so far; debits are positive. */
    public Map<AccountId, Money> balances() {
        Map<AccountId, Money> balances = new TreeMap<>();
        payments.entries().stream()
                .flatMap(entry -> entry.postings().stream())
                .forEach((Posting posting) -> balances.merge(posting.account(), posting.amount(), Money::plus));
        return balances;
    }

    /** A clock that waiting moves, and nothing else. */
    private static final class Ticking extends Clock {
        private Instant now = SamplePayments.NOON;

        synchronized void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
