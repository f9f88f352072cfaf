package io.portolan.activities;

import io.portolan.activities.collection.BankCollectionActivities;
import io.portolan.activities.conversion.DealerConversionActivities;
import io.portolan.activities.conversion.Requoting;
import io.portolan.activities.conversion.UnwindPlanning;
import io.portolan.activities.leg.InstructionExecutor;
import io.portolan.activities.leg.PollingSchedule;
import io.portolan.activities.leg.Sleeper;
import io.portolan.activities.payment.DatabasePaymentActivities;
import io.portolan.activities.payout.BankPayoutActivities;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.ScriptedBank;
import io.portolan.domain.bank.ScriptedBanks;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.InMemoryQuotes;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.operations.InMemoryDecisions;
import io.portolan.domain.payment.InMemoryPayments;
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
public final class ActivitiesUnderTest {
    public final ScriptedOrders orders = new ScriptedOrders();
    public final ScriptedBank bank = new ScriptedBank(orders);
    public final ScriptedDesk desk = new ScriptedDesk(orders);
    private final Banks banks = new ScriptedBanks(bank);
    private final FxDesks desks = _ -> desk;
    public final InMemoryBankCalls calls = new InMemoryBankCalls();
    public final InMemoryDecisions decisions = new InMemoryDecisions();
    public final InMemoryQuotes quotes = new InMemoryQuotes();
    public final InMemoryPayments payments;
    public final Payment payment;
    public final InstructionExecutor executor;
    public final BankCollectionActivities collection;
    public final DealerConversionActivities conversion;
    public final BankPayoutActivities payout;
    public final UnwindPlanning planning;
    public final DatabasePaymentActivities stored;

    private final Ticking clock = new Ticking();
    private volatile Sleeper sleeper = clock::pass;

    public ActivitiesUnderTest() {
        this(SamplePayments.cnyToUsd());
    }

    public ActivitiesUnderTest(Payment accepted) {
        this.payment = accepted;
        payments = InMemoryPayments.of(accepted);
        quotes.add(new Quote(
                accepted.order().quote(),
                accepted.merchant(),
                accepted.price().source(),
                accepted.price().fee(),
                accepted.price().firmRate(),
                accepted.createdAt()));
        executor = new InstructionExecutor(
                payments, calls, PollingSchedule.standard(), clock, duration -> sleeper.sleep(duration));
        collection = new BankCollectionActivities(executor, payments, banks);
        Requoting requoting = new Requoting(payments, quotes, desks, clock);
        conversion = new DealerConversionActivities(executor, payments, requoting, banks, desks);
        payout = new BankPayoutActivities(executor, banks);
        planning = new UnwindPlanning(payments, desks, clock);
        stored = new DatabasePaymentActivities(payments, decisions, planning, clock);
    }

    public String id() {
        return payment.id().value();
    }

    public Payment now() {
        return payments.get(payment.id());
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
        sleeper = duration -> {
            happening.run();
            clock.pass(duration);
        };
    }

    /** The step begins, as if the worker died before it could send anything. */
    public void begun(Step step) {
        payments.change(payment.id(), payment -> Transitions.begin(payment, step, time()));
    }

    /** The step is decided like this. */
    public void decided(Step step, InquiryResult result) {
        begun(step);
        payments.change(
                payment.id(),
                payment -> Transitions.recordInquiry(
                        payment, payment.latest(step).orElseThrow().key(), result, time()));
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
