package io.portolan.console.text;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.UnwindPricing;
import io.portolan.domain.plan.UnwindPlan;
import java.util.Optional;

/** What happens next to a payment, in plain words: by itself, or because a person does something. */
public final class NextSteps {
    private final Payment payment;

    private NextSteps(Payment payment) {
        this.payment = payment;
    }

    /** One to three sentences. */
    public static String of(Payment payment) {
        NextSteps outlook = new NextSteps(payment);
        String next = switch (payment.stage()) {
            case ACCEPTED -> outlook.accepted();
            case COLLECTING -> outlook.collecting();
            case CONVERTING -> outlook.converting();
            case PAYING_OUT -> outlook.payingOut();
            case COMPLETED -> outlook.completed();
            case UNWINDING -> outlook.unwinding();
            case RETURNED -> outlook.returned();
            case FAILED -> "Nothing. No money moved, and none will.";
            case CANCELLED -> "Nothing. The payment was withdrawn before anything moved for good.";
            case PARKED -> outlook.parked();
        };
        return next + outlook.cancellation();
    }

    /** What an unwind would do now, as far as that is known before it is priced. */
    public static String ofUnwind(Payment payment) {
        boolean mayHaveLeft = payment.latest(Step.PAYOUT)
                .filter(payout -> !payout.isRejected() && payout.settlement() != SettlementStatus.RETURNED)
                .isPresent();
        if (mayHaveLeft || !payment.isBooked(Step.COLLECTION)) {
            return "What is proven to have moved is brought back.";
        }
        String sale = UnwindPricing.amountToSell(payment)
                .map(sell -> "%s is sold back, and ".formatted(AmountText.format(sell)))
                .orElse("");
        String refund = "the buyer is refunded out of %s."
                .formatted(AmountText.format(payment.price().source()));
        return sale.isEmpty() ? Character.toUpperCase(refund.charAt(0)) + refund.substring(1) : sale + refund;
    }

    /** Whether the payment waits for a person who finds out what a bank really did. */
    public static boolean isOutcomeUnknown(Payment payment) {
        Parking parking = payment.state().parking();
        return parking != null
                && payment.latest(parking.step())
                        .filter(last -> last.booking() == BookingStatus.UNKNOWN)
                        .isPresent();
    }

    /** Whether the payment waits for a person who corrects the payee's details. */
    public static boolean isPayeeCorrectable(Payment payment) {
        Parking parking = payment.state().parking();
        return parking != null && parking.reason().remedy() == Reason.Remedy.CORRECT_PAYEE;
    }

    private String accepted() {
        return "The payment is stored and waits for the workflow engine to take it up. Then bank %s is asked to collect %s from the payer."
                .formatted(collectionBank(), AmountText.format(payment.price().source()));
    }

    private String collecting() {
        if (payment.isBooked(Step.COLLECTION)) {
            return "The collection is booked. Next the money goes to bank %s, the dealer\u2019s."
                    .formatted(dealerBank());
        }
        return waitingFor(Step.COLLECTION, collectionBank())
                + " Once it is booked, %s goes to bank %s to be converted; if it is refused, the payment fails and nothing has moved."
                        .formatted(AmountText.format(payment.price().net()), dealerBank());
    }

    private String converting() {
        if (payment.isBooked(Step.CONVERSION)) {
            return "The conversion is booked. Next %s is paid out to the payee."
                    .formatted(AmountText.format(payment.price().destination()));
        }
        Step now = payment.isBooked(Step.TOP_UP) ? Step.CONVERSION : Step.TOP_UP;
        return waitingFor(now, now == Step.TOP_UP ? collectionBank() : dealerBank())
                + " Then %s is paid out. A lapsed rate is quoted anew within the merchant\u2019s tolerance, otherwise the buyer is refunded."
                        .formatted(AmountText.format(payment.price().destination()));
    }

    private String payingOut() {
        return waitingFor(Step.PAYOUT, payment.route().dealerDestination().bank())
                + " Once it is booked the payment is completed. If it is refused, it waits here for corrected details or is unwound.";
    }

    private String completed() {
        boolean settled = payment.latest(Step.PAYOUT)
                .filter(payout -> payout.settlement() == SettlementStatus.SETTLED)
                .isPresent();
        String funds = settled ? "Nothing, as far as we know." : "The payout is booked; its funds have yet to settle.";
        return funds + " If the payee\u2019s bank returns the money, the payment reopens.";
    }

    private String unwinding() {
        UnwindPlan plan = payment.state().unwindPlan();
        if (plan == null) {
            return "The undo is being priced. Then what was converted is sold back, and the buyer is refunded.";
        }
        Optional<Step> ahead =
                plan.steps().stream().filter(step -> !payment.isBooked(step)).findFirst();
        return ahead.map(step ->
                        "The %s of %s is under way, as the plan below says. When every step of it is booked, the payment is returned."
                                .formatted(StepNames.name(step), AmountText.format(payment.amountOf(step))))
                .orElse("Every step of the plan is booked. The payment is about to end.");
    }

    private String returned() {
        return Optional.ofNullable(payment.refunded())
                .map(refund -> "Nothing. The buyer was refunded %s.".formatted(AmountText.format(refund)))
                .orElse("Nothing. The payment was undone.");
    }

    private String parked() {
        Parking parking = payment.state().parking();
        if (parking == null) {
            throw new IllegalStateException(payment + " is parked without a parking");
        }
        String step = StepNames.name(parking.step());
        if (isOutcomeUnknown(payment)) {
            return ("Nothing until somebody knows whether the %s was executed: the money may have moved, so it is neither sent again nor undone. "
                            + "Retry asks the bank once more; a line on the bank\u2019s statement decides it.")
                    .formatted(step);
        }
        if (isPayeeCorrectable(payment)) {
            return "Nothing until somebody corrects the payee\u2019s details and retries, or unwinds the payment."
                    + deadline(parking);
        }
        return "Nothing until somebody retries the %s or unwinds the payment.".formatted(step) + deadline(parking);
    }

    private static String deadline(Parking parking) {
        return parking.deadlineAt() == null
                ? ""
                : " If nobody does so before the deadline, the payment is unwound by itself.";
    }

    private String cancellation() {
        boolean asked = payment.state().cancelRequestedAt() != null;
        return asked && !payment.stage().isTerminal() && payment.state().unwindPlan() == null
                ? " A cancellation was asked for: the payment turns back before its next step."
                : "";
    }

    private String waitingFor(Step step, String bank) {
        String amount = AmountText.format(payment.amountOf(step));
        boolean sent = payment.latest(step).filter(last -> !last.isDecided()).isPresent();
        return sent
                ? "The %s of %s was sent to bank %s, and we wait for its answer: its callback and our inquiry race."
                        .formatted(StepNames.name(step), amount, bank)
                : "The %s of %s is about to be sent to bank %s.".formatted(StepNames.name(step), amount, bank);
    }

    private String collectionBank() {
        return payment.route().collection().bank();
    }

    private String dealerBank() {
        return payment.route().dealerSource().bank();
    }
}
