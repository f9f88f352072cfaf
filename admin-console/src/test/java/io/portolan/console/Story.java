package io.portolan.console;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.payment.Change;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.payment.UnwindPricing;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The life of one payment, told step by step through the domain's own transitions; each sentence takes some seconds. */
public final class Story {
    public static final Reason WRONG_ACCOUNT =
            new Reason("AC01", "The account number is not one of this bank's", Reason.Remedy.CORRECT_PAYEE);
    public static final Reason CLOSED = Reason.of("AC04", "The account was closed");
    public static final Reason NO_ANSWER =
            Reason.of("outcome_unknown", "The bank did not answer inside the poll window");

    private final ConsoleWorld world;
    private final PaymentId id;
    private Instant now;

    private Story(ConsoleWorld world, Change accepted) {
        this.world = world;
        this.id = accepted.payment().id();
        this.now = accepted.payment().createdAt();
        world.payments.add(accepted);
    }

    public static Story of(ConsoleWorld world, Change accepted) {
        return new Story(world, accepted);
    }

    public PaymentId id() {
        return id;
    }

    public Payment payment() {
        return world.payments.get(id);
    }

    public Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Story instructed(Step step) {
        after(Duration.ofMillis(900)).change(payment -> Transitions.begin(payment, step, now));
        call(step, BankCall.Operation.INSTRUCT, "Accepted", "taken by the bank");
        return this;
    }

    public Story booked(Step step) {
        instructed(step).after(Duration.ofMillis(2_300));
        call(step, BankCall.Operation.CALLBACK, "Hint", "booked, says the callback");
        call(step, BankCall.Operation.INQUIRE, "Booked", "reference " + reference(step));
        return found(step, new Finding.Booked(reference(step), now, null));
    }

    public Story settled(Step step) {
        Instant bookedAt = latest(step).decidedAt();
        after(Duration.ofMinutes(21));
        return found(step, new Finding.Booked(reference(step), bookedAt == null ? now : bookedAt, now));
    }

    public Story refused(Step step, Reason reason) {
        instructed(step).after(Duration.ofSeconds(4));
        call(step, BankCall.Operation.INQUIRE, "Refused", reason.code());
        return found(step, new Finding.Refused(reason));
    }

    public Story parked(Step step, Reason reason, @Nullable Duration deadline) {
        Instant until = deadline == null ? null : now.plus(deadline);
        return change(payment -> Transitions.parked(payment, step, reason, until, now));
    }

    public Story silent(Step step) {
        instructed(step).after(Duration.ofSeconds(8));
        call(step, BankCall.Operation.INQUIRE, "Unclear", "no answer in 5 s");
        call(step, BankCall.Operation.INQUIRE, "Unclear", "the bank answered 503");
        return this;
    }

    public Story converted() {
        return booked(Step.COLLECTION).booked(Step.TOP_UP).booked(Step.CONVERSION);
    }

    public Story completed() {
        return converted().booked(Step.PAYOUT).settled(Step.COLLECTION).settled(Step.PAYOUT);
    }

    /** Prices the undo, with a rate that is a little worse than the first. */
    public Story unwinding(Reason reason, String rate) {
        return change(payment -> {
            FirmRate back = UnwindPricing.toSell(payment)
                    .map(sell -> Orders.firm(
                            sell,
                            new CurrencyPair(
                                    sell.currency(), payment.price().net().currency()),
                            rate,
                            now))
                    .orElse(null);
            return Transitions.unwinding(payment, UnwindPricing.price(payment, reason, back, now), now);
        });
    }

    public Story returned(Money back) {
        return after(Duration.ofDays(2))
                .change(payment -> Transitions.returned(payment, new PayoutReturn("RET-1", back, CLOSED, now), now));
    }

    public Story concluded(Stage end, Reason reason) {
        return change(payment -> Transitions.concluded(payment, end, reason, now));
    }

    public Story cancelled() {
        return change(payment -> Transitions.cancelRequested(payment, now));
    }

    private Story found(Step step, Finding finding) {
        return change(payment -> Transitions.found(payment, latest(step).key(), finding, now));
    }

    private Story change(Function<Payment, Change> decision) {
        Change change = world.payments.change(id, decision);
        world.bookAt(now, change.entries());
        return this;
    }

    private void call(Step step, BankCall.Operation operation, String outcome, String detail) {
        Duration took = Duration.ofMillis(40 + 90L * detail.length());
        world.calls.add(new BankCall(latest(step).key(), operation, now, took, outcome, detail));
    }

    private Instruction latest(Step step) {
        return payment().latest(step).orElseThrow();
    }

    private String reference(Step step) {
        return step.word().toUpperCase(Locale.ROOT).charAt(0) + id.value().substring(16);
    }
}
