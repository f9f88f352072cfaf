package io.portolan.checkout.payments;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Funds;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Progress;
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

    private static final ReasonJson WITHDRAWN = new ReasonJson(
            "cancel_requested", "The merchant asked to cancel; the payment turns back at its next step.");
    private static final ReasonJson CAME_BACK =
            new ReasonJson("payout_returned", "The bank returned the money that had been paid out.");

    /** What holds the payment now comes first, then why it turned back or ended, then that it was withdrawn or came back. */
    static @Nullable ReasonJson of(Payment payment) {
        Progress progress = payment.progress();
        Parking parking = progress.parking();
        if (parking != null) {
            return of(parking.reason());
        }
        Reason reason = progress.reason();
        if (reason != null) {
            return of(reason);
        }
        if (progress.cancelRequestedAt() != null) {
            return WITHDRAWN;
        }
        return cameBack(payment) ? CAME_BACK : null;
    }

    /** Between the return and the pricing of the undo, which has a reason of its own. */
    private static boolean cameBack(Payment payment) {
        return payment.latest(Step.PAYOUT)
                .filter(payout -> payout.funds() == Funds.RETURNED)
                .isPresent();
    }

    private static ReasonJson of(Reason reason) {
        return new ReasonJson(reason.code(), reason.detail());
    }
}
