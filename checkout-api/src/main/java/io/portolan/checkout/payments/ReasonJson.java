package io.portolan.checkout.payments;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentState;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** Why a payment does not go the plain way. */
@Schema(name = "Reason", description = "Why a payment does not go the plain way.")
record ReasonJson(
        @Schema(
                description = "A stable word for programs: ours, or the code of the bank or dealer.",
                example = "cancel_requested",
                requiredMode = RequiredMode.REQUIRED)
        String code,

        @Schema(
                description = "Plain words.",
                example = "The merchant asked to cancel; the payment turns back at its next step.",
                requiredMode = RequiredMode.REQUIRED)
        String detail) {

    private static final ReasonJson CANCEL_REQUESTED = new ReasonJson(
            "cancel_requested", "The merchant asked to cancel; the payment turns back at its next step.");
    private static final ReasonJson PAYOUT_RETURNED =
            new ReasonJson("payout_returned", "The bank returned the money that had been paid out.");

    /** What holds the payment now comes first, then why it turned back or ended, then that it was withdrawn or came back. */
    static @Nullable ReasonJson of(Payment payment) {
        PaymentState progress = payment.state();
        Parking parking = progress.parking();
        if (parking != null) {
            return of(parking.reason());
        }
        Reason reason = progress.reason();
        if (reason != null) {
            return of(reason);
        }
        if (progress.cancelRequestedAt() != null) {
            return CANCEL_REQUESTED;
        }
        return isPayoutReturned(payment) ? PAYOUT_RETURNED : null;
    }

    /** Between the return and the pricing of the undo, which has a reason of its own. */
    private static boolean isPayoutReturned(Payment payment) {
        return payment.latest(Step.PAYOUT)
                .filter(payout -> payout.settlement() == SettlementStatus.RETURNED)
                .isPresent();
    }

    private static ReasonJson of(Reason reason) {
        return new ReasonJson(reason.code(), reason.detail());
    }
}
