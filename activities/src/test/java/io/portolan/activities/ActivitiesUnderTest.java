package io.portolan.activities;

import io.portolan.activities.PortsUnderTest.FreshRates;
import io.portolan.activities.PortsUnderTest.InterruptedBanks;
import io.portolan.activities.instruction.Counterparties;
import io.portolan.activities.instruction.InstructionExecutor;
import io.portolan.activities.instruction.InstructionExecutor.Polling;
import io.portolan.activities.instruction.PollingSchedule;
import io.portolan.activities.payment.PaymentDriver;
import io.portolan.activities.payment.PaymentDriver.Records;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.ScriptedBank;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.InMemoryDecisions;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.saga.NextAction;
import io.portolan.domain.saga.Planner;
import io.portolan.domain.saga.Planning;
import io.portolan.domain.saga.Progress;
import io.portolan.domain.saga.Windows;
import io.portolan.workflows.payment.Advance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The activities over scripted ports, with one payment in the store and a clock that moves only while something is waited for. */
public final class ActivitiesUnderTest {
    public final ScriptedOrders orders = new ScriptedOrders();
    public final ScriptedBank bank = new ScriptedBank(orders);
    /** The dealer that is asked first. */
    public final ScriptedDesk desk = new ScriptedDesk(orders);

    public final ScriptedDesk secondDesk = new ScriptedDesk(orders);
    public final InMemoryBankCalls calls = new InMemoryBankCalls();
    public final InMemoryDecisions decisions = new InMemoryDecisions();
    public final InMemoryJournal book = new InMemoryJournal();
    public final InMemoryPayments payments = new InMemoryPayments(decisions, book::post);
    public final Interruptions interruptions = new Interruptions();
    /** What operations were told that the payment waits for. */
    public final List<Parking.Cause> shortages = new CopyOnWriteArrayList<>();

    public final Payment payment;
    public final Planning planning;
    public final InstructionExecutor executor;
    public final PaymentDriver driver;
    private final TickingClock clock;

    public ActivitiesUnderTest() {
        this(SamplePayments.cnyToUsd(), TickingClock.atNoon());
    }

    ActivitiesUnderTest(Payment accepted, TickingClock clock) {
        this.payment = accepted;
        this.clock = clock;
        payments.add(PaymentChange.none(accepted));
        Banks banks = new InterruptedBanks(bank, interruptions);
        FxDesks desks = dealer ->
                interruptions.around(FxDesk.class, new FreshRates(dealer.equals("dealer") ? desk : secondDesk, clock));
        Payments store = interruptions.around(Payments.class, payments);
        Journal journal = interruptions.around(Journal.class, book);
        planning = new Planning(store, desks, banks, journal, clock);
        executor = new InstructionExecutor(
                store,
                new Counterparties(banks, desks),
                interruptions.around(BankCalls.class, calls),
                new Polling(PollingSchedule.standard(), clock::pass),
                clock);
        driver = new PaymentDriver(
                new Records(store, interruptions.around(Decisions.class, decisions), journal),
                planning,
                executor,
                (_, cause) -> shortages.add(cause),
                clock);
    }

    public String id() {
        return payment.id().value();
    }

    public Payment now() {
        return payments.get(payment.id());
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

    /** Moves the clock on to this time, unless it is later already. */
    public void passUntil(Instant until) {
        Duration left = Duration.between(time(), until);
        if (left.isPositive()) {
            pass(left);
        }
    }

    /** The newest instruction of this kind. */
    public Instruction latest(MovementKind kind) {
        return now().latest(kind).orElseThrow();
    }

    /** The key that the first attempt of this kind has in the newest plan. */
    public InstructionKey key(MovementKind kind) {
        return SamplePayments.keyOf(now(), kind);
    }

    /** Both dealers answer once with a rate that has lapsed already. */
    public void lapsedRates() {
        FirmRate promised = payment.rate();
        RateResponse lapsed = new RateResponse.Offered(new FirmRate(
                FreshRates.LAPSED, promised.sell(), promised.buy(), promised.rate(), promised.expiresAt()));
        desk.answers(lapsed);
        secondDesk.answers(lapsed);
    }

    /** Drives the payment on, as its workflow does, until it waits or has ended. */
    public Advance drive() {
        Advance advance = driver.advance(id());
        while (advance instanceof Advance.Moved) {
            advance = driver.advance(id());
        }
        return advance;
    }

    /** The same, letting the time pass for which it waits, until it has ended or only news helps. */
    public Advance driveToRest() {
        Advance advance = drive();
        while (true) {
            switch (advance) {
                case Advance.Pending(var _, Instant until) -> passUntil(until);
                case Advance.Waiting(Instant until) -> passUntil(until);
                case Advance.Moved _, Advance.AwaitingNews _, Advance.Ended _ -> {
                    return advance;
                }
            }
            advance = drive();
        }
    }

    /** Somebody begins the movement that is due, and dies before he can send anything. */
    public InstructionKey begin() {
        if (!(Progress.of(now(), time()) instanceof NextAction.Begin begin)) {
            throw new IllegalStateException("nothing is to be begun");
        }
        MovementKind kind = begin.movement().kind();
        change(stored -> Transitions.begin(stored, begin.key(), Windows.of(stored, kind), time()));
        return begin.key();
    }

    /** Somebody else records this answer. */
    public void record(InstructionKey key, InquiryResult result) {
        change(stored -> Transitions.recordInquiry(stored, key, result, time()));
    }

    /** The movements up to and including this kind are booked, by somebody else. */
    public void bookUpTo(MovementKind last) {
        InstructionKey key;
        do {
            key = begin();
            record(key, ScriptedOrders.booked());
        } while (now().instruction(key).kind() != last);
    }

    public PaymentChange change(Function<Payment, PaymentChange> change) {
        return payments.change(payment.id(), change);
    }

    /** The bank says that so many minor units of the newest payout have come back. */
    public Money returnPayout(long minorUnits, Reason reason) {
        Instruction payout = latest(MovementKind.PAYOUT);
        Money amount = new Money(payout.amount().currency(), minorUnits);
        String reference = "return-of-plan-" + payout.key().plan();
        PayoutReturn back = new PayoutReturn(reference, amount, reason, time());
        change(stored -> Transitions.recordReturn(stored, payout.key(), back, time()));
        return amount;
    }

    /** The merchant asks to refund so many minor units. */
    public void requestRefund(long minorUnits) {
        Money amount = new Money(payment.price().source().currency(), minorUnits);
        change(stored -> {
            Plan plan = Planner.refund(stored, amount, time());
            Refund refund = new Refund(RefundId.next(), amount, "requested_by_customer", plan.number(), time());
            return Transitions.addRefund(stored, refund, plan, time());
        });
    }

    /** What really moved, in order, such as {@code collection/1}. */
    public List<String> executed() {
        return orders.executed().stream()
                .map(key -> now().instruction(key).kind().code() + "/" + key.attempt())
                .toList();
    }
}
