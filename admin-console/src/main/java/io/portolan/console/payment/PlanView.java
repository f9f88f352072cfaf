package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.ReasonText;
import io.portolan.console.text.StepNames;
import io.portolan.console.text.Timestamp;
import io.portolan.console.text.Tone;
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

/**
 * The priced unwind: why, which movements, what the reversal gains or loses, who bears it, what the buyer gets back,
 * and the planned entries.
 */
record PlanView(
        String reason,
        Timestamp pricedAt,
        List<StepView> steps,
        String reversal,
        AmountText fxResult,
        String lossBearer,
        @Nullable AmountText refund,
        List<EntryView> plannedEntries) {

    /** One movement of the plan, and its state. */
    record StepView(String title, AmountText amount, Badge state) {}

    static Optional<PlanView> of(Payment payment, Instant now) {
        return Optional.ofNullable(payment.state().unwindPlan()).map(plan -> of(payment, plan, now));
    }

    private static PlanView of(Payment payment, UnwindPlan plan, Instant now) {
        Money refund = plan.refund();
        return new PlanView(
                ReasonText.format(plan.reason()),
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

    private static StepView step(Payment payment, Step step) {
        Badge state = payment.latest(step)
                .map(Instruction::booking)
                .map(Badge::of)
                .orElseGet(() -> new Badge("Not started", Tone.NEUTRAL));
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
            return "Nobody: the unwind costs nothing.";
        }
        if (plan.fxResult().isPositive()) {
            return "We keep the gain.";
        }
        return switch (plan.lossBearer()) {
            case HOUSE -> "We bear the loss.";
            case MERCHANT -> "The merchant bears the loss; it is charged to the merchant.";
            case BUYER -> "The buyer bears the loss; the refund is reduced by it.";
        };
    }
}
