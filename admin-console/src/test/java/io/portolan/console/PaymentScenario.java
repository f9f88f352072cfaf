package io.portolan.console;

import io.portolan.console.text.ReasonText;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.payment.UnwindPricing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One payment, taken step by step through the domain's own transitions; each step takes some seconds. */
public final class PaymentScenario {
    public static final Reason WRONG_ACCOUNT =
            new Reason("AC01", "The account number is not one of this bank's", Reason.Remedy.CORRECT_PAYEE);
    public static final Reason ACCOUNT_CLOSED = Reason.of("AC04", "The account was closed");
    public static final Reason NO_ANSWER =
            Reason.of("outcome_unknown", "The bank did not answer inside the poll window");

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

    public PaymentScenario instruct(Step step) {
        advance(Duration.ofMillis(900)).change(payment -> Transitions.begin(payment, step, now));
        recordCall(step, BankCall.Operation.INSTRUCT, "taken", reference(step));
        return this;
    }

    public PaymentScenario book(Step step) {
        instruct(step).advance(Duration.ofMillis(2_300));
        recordCall(step, BankCall.Operation.CALLBACK, "booked", "callback");
        recordCall(step, BankCall.Operation.INQUIRE, "booked", reference(step));
        return recordInquiry(step, new InquiryResult.Booked(reference(step), now, null));
    }

    public PaymentScenario settle(Step step) {
        Instant bookedAt = latestInstruction(step).decidedAt();
        advance(Duration.ofMinutes(21));
        return recordInquiry(step, new InquiryResult.Booked(reference(step), bookedAt == null ? now : bookedAt, now));
    }

    public PaymentScenario reject(Step step, Reason reason) {
        instruct(step).advance(Duration.ofSeconds(4));
        recordCall(step, BankCall.Operation.INQUIRE, "rejected", ReasonText.format(reason));
        return recordInquiry(step, new InquiryResult.Rejected(reason));
    }

    public PaymentScenario park(Step step, Reason reason, @Nullable Duration deadline) {
        Instant until = deadline == null ? null : now.plus(deadline);
        return change(payment -> Transitions.park(payment, step, reason, until, now));
    }

    public PaymentScenario leaveUnanswered(Step step) {
        instruct(step).advance(Duration.ofSeconds(8));
        recordCall(step, BankCall.Operation.INQUIRE, "unknown", "no answer in 5 s");
        recordCall(step, BankCall.Operation.INQUIRE, "unknown", "the bank answered 503");
        return this;
    }

    public PaymentScenario convert() {
        return book(Step.COLLECTION).book(Step.TOP_UP).book(Step.CONVERSION);
    }

    public PaymentScenario complete() {
        return convert().book(Step.PAYOUT).settle(Step.COLLECTION).settle(Step.PAYOUT);
    }

    /** Prices the unwind, at a rate that is a little worse than the first. */
    public PaymentScenario startUnwind(Reason reason, String rate) {
        return change(payment -> {
            FirmRate reversalRate = UnwindPricing.amountToSell(payment)
                    .map(sell -> TestOrders.firmRate(
                            sell,
                            new CurrencyPair(
                                    sell.currency(), payment.price().net().currency()),
                            rate,
                            now))
                    .orElse(null);
            return Transitions.recordUnwindPlan(payment, UnwindPricing.price(payment, reason, reversalRate, now), now);
        });
    }

    public PaymentScenario returnPayout(Money amount) {
        return advance(Duration.ofDays(2))
                .change(payment ->
                        Transitions.recordReturn(payment, new PayoutReturn("RET-1", amount, ACCOUNT_CLOSED, now), now));
    }

    public PaymentScenario conclude(Stage end, Reason reason) {
        return change(payment -> Transitions.conclude(payment, end, reason, now));
    }

    public PaymentScenario requestCancel() {
        return change(payment -> Transitions.requestCancel(payment, now));
    }

    private PaymentScenario recordInquiry(Step step, InquiryResult result) {
        return change(payment ->
                Transitions.recordInquiry(payment, latestInstruction(step).key(), result, now));
    }

    private PaymentScenario change(Function<Payment, PaymentChange> transition) {
        PaymentChange change = fixture.payments.change(id, transition);
        fixture.postAt(now, change.entries());
        return this;
    }

    private void recordCall(Step step, BankCall.Operation operation, String outcome, String detail) {
        Duration duration = Duration.ofMillis(40 + 90L * detail.length());
        fixture.calls.add(new BankCall(latestInstruction(step).key(), operation, now, duration, outcome, detail));
    }

    private Instruction latestInstruction(Step step) {
        return payment().latest(step).orElseThrow();
    }

    private String reference(Step step) {
        return step.code().toUpperCase(Locale.ROOT).charAt(0) + id.value().substring(16);
    }
}
