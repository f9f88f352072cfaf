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

/** What happens next to a payment, in plain words: by itself, or because an operator acts. */
public final class NextSteps {
    private final Payment payment;

    private NextSteps(Payment payment) {
        this.payment = payment;
    }

    /** One to three sentences. */
    public static String of(Payment payment) {
        NextSteps nextSteps = new NextSteps(payment);
        String next = switch (payment.stage()) {
            case ACCEPTED -> nextSteps.accepted();
            case COLLECTING -> nextSteps.collecting();
            case CONVERTING -> nextSteps.converting();
            case PAYING_OUT -> nextSteps.payingOut();
            case COMPLETED -> nextSteps.completed();
            case UNWINDING -> nextSteps.unwinding();
            case RETURNED -> nextSteps.returned();
            case FAILED -> "Nothing. No money moved, and none will.";
            case CANCELLED -> "Nothing. The payment was cancelled before any money moved.";
            case PARKED -> nextSteps.parked();
        };
        return next + nextSteps.cancellation();
    }

    /** What an unwind would do now, as far as that is known before it is priced. */
    public static String ofUnwind(Payment payment) {
        boolean mayHaveLeft = payment.latest(Step.PAYOUT)
                .filter(payout -> !payout.isRejected() && payout.settlement() != SettlementStatus.RETURNED)
                .isPresent();
        if (mayHaveLeft || !payment.isBooked(Step.COLLECTION)) {
            return "Whatever is proven to have moved is brought back.";
        }
        String sale = UnwindPricing.amountToSell(payment)
                .map(sell -> "%s is sold back, and ".formatted(AmountText.format(sell)))
                .orElse("");
        String refund = "the buyer is refunded up to %s."
                .formatted(AmountText.format(payment.price().source()));
        return sale.isEmpty() ? Character.toUpperCase(refund.charAt(0)) + refund.substring(1) : sale + refund;
    }

    /** Whether the payment is waiting for an operator to find out what a bank did. */
    public static boolean isOutcomeUnknown(Payment payment) {
        Parking parking = payment.state().parking();
        return parking != null
                && payment.latest(parking.step())
                        .filter(last -> last.booking() == BookingStatus.UNKNOWN)
                        .isPresent();
    }

    /** Whether the payment is waiting for an operator to correct the payee's details. */
    public static boolean isPayeeCorrectable(Payment payment) {
        Parking parking = payment.state().parking();
        return parking != null && parking.reason().remedy() == Reason.Remedy.CORRECT_PAYEE;
    }

    private String accepted() {
        return "The payment is stored and is waiting for its workflow to start. "
                + "Then bank %s is asked to collect %s from the payer."
                        .formatted(
                                collectionBank(),
                                AmountText.format(payment.price().source()));
    }

    private String collecting() {
        if (payment.isBooked(Step.COLLECTION)) {
            return "The collection is booked. "
                    + "Next, the money is moved to our account at bank %s, the dealer\u2019s bank."
                            .formatted(dealerBank());
        }
        return waitingFor(Step.COLLECTION, collectionBank())
                + " Once it is booked, %s goes to bank %s to be converted; "
                        .formatted(AmountText.format(payment.price().net()), dealerBank())
                + "if it is rejected, the payment fails and nothing has moved.";
    }

    private String converting() {
        if (payment.isBooked(Step.CONVERSION)) {
            return "The conversion is booked. Next, %s is paid out to the payee."
                    .formatted(AmountText.format(payment.price().destination()));
        }
        Step now = payment.isBooked(Step.TOP_UP) ? Step.CONVERSION : Step.TOP_UP;
        return waitingFor(now, now == Step.TOP_UP ? collectionBank() : dealerBank())
                + " Then %s is paid out. "
                        .formatted(AmountText.format(payment.price().destination()))
                + "If the rate has expired, a new one is requested within the merchant\u2019s slippage tolerance; "
                + "otherwise the buyer is refunded.";
    }

    private String payingOut() {
        return waitingFor(Step.PAYOUT, payment.route().dealerDestination().bank())
                + " Once it is booked, the payment is completed. "
                + "If it is rejected, the payment waits here for corrected details or is unwound.";
    }

    private String completed() {
        boolean settled = payment.latest(Step.PAYOUT)
                .filter(payout -> payout.settlement() == SettlementStatus.SETTLED)
                .isPresent();
        String settlement = settled ? "Nothing." : "The payout is booked but has not settled yet.";
        return settlement + " If the payee\u2019s bank returns the money, the payment is reopened.";
    }

    private String unwinding() {
        UnwindPlan plan = payment.state().unwindPlan();
        if (plan == null) {
            return "The unwind is being priced. "
                    + "After that, the converted amount is sold back and the buyer is refunded.";
        }
        Optional<Step> next =
                plan.steps().stream().filter(step -> !payment.isBooked(step)).findFirst();
        return next.map(step -> "The %s of %s is under way; see the unwind plan below. "
                                .formatted(StepNames.name(step), AmountText.format(payment.amountOf(step)))
                        + "Once every movement is booked, the payment is returned.")
                .orElse("Every movement of the plan is booked. The payment is about to be closed.");
    }

    private String returned() {
        return Optional.ofNullable(payment.refunded())
                .map(refund -> "Nothing. The buyer was refunded %s.".formatted(AmountText.format(refund)))
                .orElse("Nothing. The payment was unwound.");
    }

    private String parked() {
        Parking parking = payment.state().parking();
        if (parking == null) {
            throw new IllegalStateException(payment + " is parked without a parking");
        }
        String step = StepNames.name(parking.step());
        if (isOutcomeUnknown(payment)) {
            return ("Nothing until an operator resolves whether the %s was executed: "
                            + "the money may have moved, so it is neither sent again nor unwound. "
                            + "Retry asks the bank once more; "
                            + "an entry on the bank\u2019s statement answers it.")
                    .formatted(step);
        }
        if (isPayeeCorrectable(payment)) {
            return "Nothing until an operator corrects the payee\u2019s details and retries, or unwinds the payment."
                    + deadline(parking);
        }
        return payment.state().unwindPlan() == null
                ? "Nothing until an operator retries the %s or unwinds the payment.".formatted(step) + deadline(parking)
                : "Nothing until an operator retries the %s.".formatted(step);
    }

    private static String deadline(Parking parking) {
        return parking.deadlineAt() == null
                ? ""
                : " If nobody acts before the deadline, the payment is unwound automatically.";
    }

    private String cancellation() {
        boolean requested = payment.state().cancelRequestedAt() != null;
        return requested && !payment.stage().isTerminal() && payment.state().unwindPlan() == null
                ? " Cancellation has been requested; the payment will be unwound before its next step."
                : "";
    }

    private String waitingFor(Step step, String bank) {
        String amount = AmountText.format(payment.amountOf(step));
        boolean sent = payment.latest(step).filter(last -> !last.isDecided()).isPresent();
        return sent
                ? "The %s of %s was sent to bank %s, and we are waiting for its callback or the answer to our inquiry."
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
