package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.StepNames;
import io.portolan.console.text.Timestamp;
import io.portolan.console.text.Tone;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.UnwindPricing;
import io.portolan.domain.plan.UnwindPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The priced undo: why, which calls, what the conversion's reversal gains or loses, who bears it, what the buyer gets back, which entries follow. */
record PlanView(
        String reason,
        Timestamp pricedAt,
        List<StepView> steps,
        String reversal,
        AmountText fxResult,
        String lossBearer,
        @Nullable AmountText refund,
        List<EntryView> plannedEntries) {

    /** One call of the plan, and how far it is. */
    record StepView(String title, AmountText amount, Badge state) {}

    static Optional<PlanView> of(Payment payment, Instant now) {
        return Optional.ofNullable(payment.state().unwindPlan()).map(plan -> of(payment, plan, now));
    }

    private static PlanView of(Payment payment, UnwindPlan plan, Instant now) {
        Money refund = plan.refund();
        return new PlanView(
                reasonText(plan.reason()),
                new Timestamp(plan.pricedAt(), now),
                plan.steps().stream().map(step -> step(payment, step)).toList(),
                reversal(plan.reversal()),
                AmountText.ofSigned(plan.fxResult()),
                lossBearer(plan),
                refund == null ? null : AmountText.of(refund),
                UnwindPricing.entriesAhead(payment).stream()
                        .map(EntryView::ofPlanned)
                        .toList());
    }

    private static String reasonText(Reason reason) {
        return reason.detail().isBlank() ? reason.code() : reason.code() + ": " + reason.detail();
    }

    private static StepView step(Payment payment, Step step) {
        Badge state = payment.latest(step)
                .map(Instruction::booking)
                .map(Badge::of)
                .orElseGet(() -> new Badge("Ahead", Tone.NEUTRAL));
        return new StepView(StepNames.title(step), AmountText.of(payment.amountOf(step)), state);
    }

    private static String reversal(@Nullable FirmRate firm) {
        return firm == null
                ? "Nothing was converted, so nothing is sold back."
                : "%s is sold back for %s at %s."
                        .formatted(
                                AmountText.format(firm.sell()),
                                AmountText.format(firm.buy()),
                                firm.rate().toDecimalString());
    }

    private static String lossBearer(UnwindPlan plan) {
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
