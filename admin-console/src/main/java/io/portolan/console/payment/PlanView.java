package io.portolan.console.payment;

import io.portolan.console.words.Amount;
import io.portolan.console.words.Badge;
import io.portolan.console.words.Moment;
import io.portolan.console.words.Steps;
import io.portolan.console.words.Tone;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.identity.Step;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.UnwindPlan;
import io.portolan.domain.payment.UnwindPricing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The priced undo: why, which calls, what the conversion's reversal gains or loses, who bears it, what the buyer gets back, which entries follow. */
record PlanView(
        String reason,
        Moment priced,
        List<StepView> steps,
        String reversal,
        Amount fxResult,
        String bearer,
        @Nullable Amount refund,
        List<EntryView> ahead) {

    /** One call of the plan, and how far it is. */
    record StepView(String title, Amount amount, Badge state) {}

    static Optional<PlanView> of(Payment payment, Instant now) {
        return Optional.ofNullable(payment.progress().plan()).map(plan -> of(payment, plan, now));
    }

    private static PlanView of(Payment payment, UnwindPlan plan, Instant now) {
        Money refund = plan.refund();
        return new PlanView(
                sentence(plan.reason()),
                new Moment(plan.pricedAt(), now),
                plan.steps().stream().map(step -> step(payment, step)).toList(),
                reversal(plan.reversal()),
                Amount.signed(plan.fxResult()),
                bearer(plan),
                refund == null ? null : Amount.of(refund),
                UnwindPricing.entriesAhead(payment).stream()
                        .map(EntryView::ahead)
                        .toList());
    }

    private static String sentence(Reason reason) {
        return reason.detail().isBlank() ? reason.code() : reason.code() + ": " + reason.detail();
    }

    private static StepView step(Payment payment, Step step) {
        Badge state = payment.latest(step)
                .map(Instruction::information)
                .map(Badge::of)
                .orElseGet(() -> new Badge("Ahead", Tone.STILL));
        return new StepView(Steps.title(step), Amount.of(payment.amountOf(step)), state);
    }

    private static String reversal(@Nullable FirmRate firm) {
        return firm == null
                ? "Nothing was converted, so nothing is sold back."
                : "%s is sold back for %s at %s."
                        .formatted(
                                Amount.say(firm.sell()),
                                Amount.say(firm.buy()),
                                firm.rate().toDecimalString());
    }

    private static String bearer(UnwindPlan plan) {
        if (plan.fxResult().isZero()) {
            return "Nobody: the undo costs nothing.";
        }
        if (plan.fxResult().isPositive()) {
            return "A gain is the house\u2019s.";
        }
        return switch (plan.lossBearer()) {
            case HOUSE -> "The house bears the loss.";
            case MERCHANT -> "The merchant bears the loss; it is due from the merchant.";
            case BUYER -> "The buyer bears the loss; the refund is smaller by it.";
        };
    }
}
