package io.portolan.checkout.payments.view;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentState;
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
    private static final ReasonJson PAYOUT_RETURNED =
            new ReasonJson("payout_returned", "The bank returned the payout.");

    /** Why it is parked comes first, then why it was unwound or ended, then a cancellation or a returned payout. */
    static @Nullable ReasonJson of(Payment payment) {
        PaymentState state = payment.state();
        Parking parking = state.parking();
        if (parking != null) {
            return of(parking.reason());
        }
        Reason reason = state.reason();
        if (reason != null) {
            return of(reason);
        }
        if (state.cancelRequestedAt() != null) {
            return CANCEL_REQUESTED;
        }
        return isPayoutReturned(payment) ? PAYOUT_RETURNED : null;
    }

    /** Between the return and the pricing of the unwind, which has a reason of its own. */
    private static boolean isPayoutReturned(Payment payment) {
        return payment.latest(Step.PAYOUT)
                .filter(payout -> payout.settlement() == SettlementStatus.RETURNED)
                .isPresent();
    }

    private static ReasonJson of(Reason reason) {
        return new ReasonJson(reason.code(), reason.detail());
    }
}
