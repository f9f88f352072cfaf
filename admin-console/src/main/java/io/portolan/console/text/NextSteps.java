package io.portolan.console.text;

import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import java.util.Optional;

/** What happens next to a payment, in plain words: by itself, or because an operator acts. */
public final class NextSteps {
    private final Payment payment;

    private NextSteps(Payment payment) {
        this.payment = payment;
    }

    /** One to four sentences. */
    public static String of(Payment payment) {
        NextSteps nextSteps = new NextSteps(payment);
        String next = switch (payment.stage()) {
            case ACCEPTED -> nextSteps.accepted();
            case COLLECTING, CONVERTING, PAYING_OUT, UNWINDING -> nextSteps.underWay();
            case COMPLETED -> nextSteps.completed();
            case RETURNED -> nextSteps.returned();
            case FAILED -> "Nothing. No money moved, and none will.";
            case CANCELLED -> "Nothing. The payment was cancelled before any money moved.";
            case PARKED -> nextSteps.parked();
        };
        return nextSteps.hold() + next + nextSteps.cancellation();
    }

    /** Whether the payment waits to know what a bank did. */
    public static boolean isOutcomeUnknown(Payment payment) {
        return isParkedFor(payment, Parking.Kind.OUTCOME);
    }

    /** Whether the payment waits for an operator to correct the payee's details. */
    public static boolean isPayeeCorrectable(Payment payment) {
        return isParkedFor(payment, Parking.Kind.REPAIR);
    }

    private static boolean isParkedFor(Payment payment, Parking.Kind kind) {
        Parking parking = payment.state().parking();
        return parking != null && parking.kind() == kind;
    }

    private String accepted() {
        return "The payment is stored and is waiting for its workflow to start. "
                + "Then bank %s is asked to collect %s from the payer."
                        .formatted(
                                payment.route().collection().bank(),
                                AmountText.format(payment.price().source()));
    }

    private String underWay() {
        Optional<Plan> plan = payment.currentPlan();
        if (plan.isEmpty()) {
            return "The next plan is being made from what is proven. It is shown below before it runs.";
        }
        Optional<Movement> next = plan.get().movements().stream()
                .filter(movement -> payment.latest(plan.get(), movement)
                        .filter(Instruction::isBooked)
                        .isEmpty())
                .findFirst();
        return next.map(movement -> about(plan.get(), movement))
                .orElse("Every movement of the plan is booked. The payment is about to be closed.");
    }

    private String about(Plan plan, Movement movement) {
        Optional<Instruction> latest = payment.latest(plan, movement);
        String what =
                "The %s of %s".formatted(MovementNames.name(movement.kind()), AmountText.format(movement.amount()));
        String bank = movement.terms().account().bank();
        if (latest.filter(Instruction::isRejected).isPresent()) {
            return what + " was rejected by bank %s. What is due now is planned from what is proven.".formatted(bank);
        }
        String progress = latest.isPresent()
                ? " was sent to bank %s, and we are waiting for its callback or the answer to our inquiry."
                : " is about to be sent to bank %s.";
        return what + progress.formatted(bank) + " " + afterwards(movement.kind());
    }

    private static String afterwards(MovementKind kind) {
        return switch (kind) {
            case COLLECTION -> "If it is rejected, the payment fails and nothing has moved.";
            case TOP_UP -> "Then it is converted.";
            case TRADE ->
                "If the rate has expired, a new one is requested within the merchant\u2019s slippage tolerance; "
                        + "otherwise the buyer is refunded.";
            case PAYOUT ->
                "Once it is booked, the payment is completed. "
                        + "If it is rejected, the payment waits here for corrected details or is unwound.";
            case REVERSAL, TOP_UP_RETURN, REFUND -> "Once every movement of the plan is booked, the payment is closed.";
        };
    }

    private String completed() {
        boolean settled = payment.latest(MovementKind.PAYOUT)
                .filter(payout -> payout.settlement() == SettlementStatus.SETTLED)
                .isPresent();
        String settlement = settled ? "Nothing." : "The payout is booked but has not settled yet.";
        return settlement + " If the payee\u2019s bank returns the money, the payment is reopened.";
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
        String movement = MovementNames.name(parking.movement());
        return switch (parking.kind()) {
            case OUTCOME ->
                ("Nothing until it is known whether the %s was executed: "
                                + "the money may have moved, so it is neither sent again nor unwound. "
                                + "Retry asks the bank for some more time. The bank\u2019s callback answers it, "
                                + "or evidence that a second person approves.")
                        .formatted(movement);
            case REPAIR ->
                "Nothing until an operator corrects the payee\u2019s details and a second one approves them. "
                        + "If that has not happened by %s, the payment is unwound.".formatted(endOf(parking));
            case SHORTAGE ->
                "The %s is tried again by itself at %s. Retry tries it at once.".formatted(movement, endOf(parking));
            case STUCK ->
                mayUnwind()
                        ? "Nothing until an operator retries the %s or unwinds the payment.".formatted(movement)
                        : "Nothing until an operator retries the %s.".formatted(movement);
        };
    }

    private boolean mayUnwind() {
        return payment.plansInForce()
                .reduce((_, newer) -> newer)
                .filter(plan -> plan.purpose().isForward())
                .isPresent();
    }

    private static String endOf(Parking parking) {
        return Optional.ofNullable(parking.until())
                .map(until -> new Timestamp(until, until).full())
                .orElseThrow(() -> new IllegalStateException(parking.kind() + " waits until no time"));
    }

    private String hold() {
        Hold hold = payment.state().hold();
        return hold == null || payment.stage().isTerminal()
                ? ""
                : "Held by %s: nothing new is instructed until the payment is released. ".formatted(hold.operator());
    }

    private String cancellation() {
        boolean requested = payment.state().cancelRequestedAt() != null;
        return requested && !payment.stage().isTerminal() && payment.isCancellable()
                ? " Cancellation has been requested; the payment will be unwound before its next movement."
                : "";
    }
}
