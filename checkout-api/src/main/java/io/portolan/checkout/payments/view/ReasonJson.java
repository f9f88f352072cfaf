package io.portolan.checkout.payments.view;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** Why the payment deviated from its normal course. */
@Schema(name = "Reason", description = "Why the payment deviated from its normal course.")
record ReasonJson(
        @Schema(
                description = "A stable code for programs: ours, or that of the bank or dealer.",
                example = "cancel_requested",
                requiredMode = RequiredMode.REQUIRED)
        String code,

        @Schema(
                description = "The same in plain words.",
                example = "The merchant asked to cancel; the payment will be unwound before its next step.",
                requiredMode = RequiredMode.REQUIRED)
        String detail) {

    private static final ReasonJson CANCEL_REQUESTED = new ReasonJson(
            "cancel_requested", "The merchant asked to cancel; the payment will be unwound before its next step.");

    /** What is short, frozen or closed is not the merchant's business. */
    private static final String DELAYED = "The payment is delayed on our side or a bank's, and goes on by itself.";

    /** Why it waits comes first, then why it turned back or ended, then a cancellation. A payment that goes on to the seller, or has reached him, deviates no longer. */
    static @Nullable ReasonJson of(Payment payment) {
        PaymentState state = payment.state();
        Parking parking = state.parking();
        if (parking != null) {
            return parking.kind() == Parking.Kind.SHORTAGE
                    ? new ReasonJson(parking.reason().code(), DELAYED)
                    : of(parking.reason());
        }
        if (payment.stage() == Stage.COMPLETED) {
            return null;
        }
        Reason reason = state.reason();
        if (reason != null && !isOnItsWay(payment)) {
            return of(reason);
        }
        return state.cancelRequestedAt() == null ? null : CANCEL_REQUESTED;
    }

    /** Whether it follows its order, at whichever rate: what has led to that rate is over. */
    private static boolean isOnItsWay(Payment payment) {
        return payment.currentPlan()
                .filter(plan -> plan.purpose() == Purpose.FORWARD)
                .isPresent();
    }

    private static ReasonJson of(Reason reason) {
        return new ReasonJson(reason.code(), reason.detail());
    }
}
