package io.portolan.console;

import io.portolan.console.text.ReasonText;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.Planner;
import io.portolan.domain.saga.Planner.Circumstances;
import io.portolan.domain.saga.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One payment, taken step by step through the domain's own transitions; each step takes some seconds. */
public final class PaymentScenario {
    public static final Reason WRONG_ACCOUNT =
            new Reason("ac01", "The account number is not one of this bank's", Reason.Remedy.CORRECT_PAYEE);
    public static final Reason ACCOUNT_CLOSED = Reason.of("ac04", "The account was closed");
    public static final Reason NO_ANSWER =
            Reason.of("outcome_unknown", "The bank did not answer inside the poll window");

    public static final Reason SHORT_OF_FUNDS =
            new Reason("am04", "Our account at the bank is short", Reason.Remedy.WAIT);

    private final ConsoleFixture fixture;
    private final PaymentId id;
    private Instant now;

    private PaymentScenario(ConsoleFixture fixture, PaymentChange accepted) {
        this.fixture = fixture;
        this.id = accepted.payment().id();
        this.now = accepted.payment().createdAt();
        fixture.payments.add(accepted);
    }

    public static PaymentScenario of(ConsoleFixture fixture, PaymentChange accepted) {
        return new PaymentScenario(fixture, accepted);
    }

    public PaymentId id() {
        return id;
    }

    public Payment payment() {
        return fixture.payments.get(id);
    }

    public PaymentScenario advance(Duration time) {
        now = now.plus(time);
        return this;
    }

    public PaymentScenario instruct(MovementKind kind) {
        InstructionKey key = nextKey(kind);
        advance(Duration.ofMillis(900))
                .change(payment -> Transitions.begin(payment, key, Windows.of(payment, kind), now));
        recordCall(kind, BankCall.Operation.INSTRUCT, "taken", reference(kind));
        return this;
    }

    public PaymentScenario book(MovementKind kind) {
        instruct(kind).advance(Duration.ofMillis(2_300));
        recordCall(kind, BankCall.Operation.CALLBACK, "booked", "callback");
        recordCall(kind, BankCall.Operation.INQUIRE, "booked", reference(kind));
        return recordInquiry(kind, new InquiryResult.Booked(reference(kind), now, null));
    }

    public PaymentScenario settle(MovementKind kind) {
        Instant bookedAt = latestInstruction(kind).answer().decidedAt();
        advance(Duration.ofMinutes(21));
        return recordInquiry(kind, new InquiryResult.Booked(reference(kind), bookedAt == null ? now : bookedAt, now));
    }

    public PaymentScenario reject(MovementKind kind, Reason reason) {
        instruct(kind).advance(Duration.ofSeconds(4));
        recordCall(kind, BankCall.Operation.INQUIRE, "rejected", ReasonText.format(reason));
        return recordInquiry(kind, new InquiryResult.Rejected(reason));
    }

    /** The collection was rejected for good, so the payment has failed. */
    public PaymentScenario fail() {
        return reject(MovementKind.COLLECTION, ACCOUNT_CLOSED)
                .change(payment -> Transitions.conclude(payment, Fact.FAILED, ACCOUNT_CLOSED, now));
    }

    public PaymentScenario leaveUnanswered(MovementKind kind) {
        instruct(kind).advance(Duration.ofSeconds(8));
        recordCall(kind, BankCall.Operation.INQUIRE, "unknown", "no answer in 5 s");
        recordCall(kind, BankCall.Operation.INQUIRE, "unknown", "the bank answered 503");
        return this;
    }

    /** The bank did not say what became of this movement's instruction. */
    public PaymentScenario parkUnknown(MovementKind kind) {
        return leaveUnanswered(kind).park(Parking.Kind.OUTCOME, kind, NO_ANSWER, null);
    }

    /** The payout was rejected because of the payee's account, which can be corrected for so long. */
    public PaymentScenario parkForRepair(Duration longest) {
        return reject(MovementKind.PAYOUT, WRONG_ACCOUNT)
                .park(Parking.Kind.REPAIR, MovementKind.PAYOUT, WRONG_ACCOUNT, longest);
    }

    /** The movement was rejected for good, and a person has to say what is done. */
    public PaymentScenario parkStuck(MovementKind kind) {
        return reject(kind, ACCOUNT_CLOSED).park(Parking.Kind.STUCK, kind, ACCOUNT_CLOSED, null);
    }

    /** The newest instruction of this kind is rejected for good, too, and a person has to say what is done. */
    public PaymentScenario answerRejected(MovementKind kind) {
        return recordInquiry(kind, new InquiryResult.Rejected(ACCOUNT_CLOSED))
                .park(Parking.Kind.STUCK, kind, ACCOUNT_CLOSED, null);
    }

    /** The movement was rejected because we were short, and is tried again after this time. */
    public PaymentScenario parkShort(MovementKind kind, Duration wait) {
        return reject(kind, SHORT_OF_FUNDS).park(Parking.Kind.SHORTAGE, kind, SHORT_OF_FUNDS, wait);
    }

    public PaymentScenario convert() {
        return book(MovementKind.COLLECTION).book(MovementKind.TOP_UP).book(MovementKind.TRADE);
    }

    public PaymentScenario complete() {
        return convert()
                .book(MovementKind.PAYOUT)
                .settle(MovementKind.COLLECTION)
                .settle(MovementKind.PAYOUT);
    }

    /** Plans the unwind at this rate, and adopts it. */
    public PaymentScenario startUnwind(Reason reason, String rate) {
        return change(payment -> {
            FirmRate reversalRate = Planner.rateNeeded(payment, Purpose.UNWIND)
                    .map(request -> TestOrders.firmRate(soldBack(payment), request.pair(), rate, now))
                    .orElse(null);
            Plan plan = Planner.plan(payment, Purpose.UNWIND, reason, circumstances(payment, reversalRate));
            return Transitions.adopt(payment, plan, now);
        });
    }

    public PaymentScenario requestRefund(Money amount) {
        return change(payment -> {
            Refund refund = new Refund(RefundId.next(), amount, "requested_by_customer", payment.nextPlanNumber(), now);
            return Transitions.addRefund(payment, refund, Planner.refund(payment, amount, now), now);
        });
    }

    public PaymentScenario returnPayout(Money amount) {
        InstructionKey key = latestInstruction(MovementKind.PAYOUT).key();
        return advance(Duration.ofDays(2))
                .change(payment -> Transitions.recordReturn(
                        payment, key, new PayoutReturn("RET-1", amount, ACCOUNT_CLOSED, now), now));
    }

    public PaymentScenario cancel() {
        return requestCancel().change(payment -> Transitions.conclude(payment, Fact.CANCELLED, ACCOUNT_CLOSED, now));
    }

    public PaymentScenario requestCancel() {
        return change(payment -> Transitions.requestCancel(payment, now));
    }

    public PaymentScenario hold(String reason) {
        return change(payment -> Transitions.hold(payment, new Hold("ada", reason, now), now));
    }

    /** What an inquiry finds about the newest instruction of this kind. */
    public PaymentScenario recordInquiry(MovementKind kind, InquiryResult result) {
        return change(payment ->
                Transitions.recordInquiry(payment, latestInstruction(kind).key(), result, now));
    }

    private PaymentScenario park(Parking.Kind kind, MovementKind movement, Reason reason, @Nullable Duration longest) {
        Instant until = longest == null ? null : now.plus(longest);
        return change(payment -> Transitions.park(payment, new Parking.Cause(kind, movement, reason, until), now));
    }

    private PaymentScenario change(Function<Payment, PaymentChange> transition) {
        PaymentChange change = fixture.payments.change(id, transition);
        fixture.postAt(now, change.entries());
        return this;
    }

    private Circumstances circumstances(Payment payment, @Nullable FirmRate rate) {
        Money nothing = Money.zero(payment.price().source().currency());
        return new Circumstances(SamplePayments.HOLDER, "dealer", rate, nothing, now);
    }

    private static Money soldBack(Payment payment) {
        return payment.latest(MovementKind.PAYOUT)
                .map(payout -> payout.funds().returned())
                .orElseGet(payment::destination);
    }

    /** The key of the next attempt of the current plan's movement of this kind. */
    private InstructionKey nextKey(MovementKind kind) {
        Payment payment = payment();
        Plan plan = payment.currentPlan().orElseThrow();
        Movement movement = plan.movements().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
        return payment.latest(plan, movement)
                .map(latest -> latest.key().next())
                .orElseGet(() -> new InstructionKey(id, plan.number(), movement.number(), 1));
    }

    private void recordCall(MovementKind kind, BankCall.Operation operation, String outcome, String detail) {
        Duration duration = Duration.ofMillis(40 + 90L * detail.length());
        fixture.calls.add(new BankCall(latestInstruction(kind).key(), operation, now, duration, outcome, detail));
    }

    private Instruction latestInstruction(MovementKind kind) {
        return payment().latest(kind).orElseThrow();
    }

    private String reference(MovementKind kind) {
        return kind.code().toUpperCase(Locale.ROOT).charAt(0) + id.value().substring(16);
    }
}
