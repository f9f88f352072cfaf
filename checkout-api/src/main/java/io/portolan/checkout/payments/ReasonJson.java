package io.portolan.checkout.payments;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Progress;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** Why a payment does not go the plain way. */
@Schema(
        name = "Reason",
        description = "Why a payment does not go the plain way.",
        types = {"object", "null"})
record ReasonJson(
        @Schema(
                description = "A stable word for programs: ours, or the code of the bank or dealer.",
                example = "cancel-requested",
                requiredMode = RequiredMode.REQUIRED)
        String code,

        @Schema(
                description = "Plain words.",
                example = "The merchant asked to cancel; the payment turns back at its next step.",
                requiredMode = RequiredMode.REQUIRED)
        String detail) {

    /** What holds the payment now comes first, then why it turned back or ended, then that it was withdrawn. */
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
        return progress.cancelRequestedAt() == null ? null : withdrawn();
    }

    private static ReasonJson of(Reason reason) {
        return new ReasonJson(reason.code(), reason.detail());
    }

    private static ReasonJson withdrawn() {
        return new ReasonJson(
                "cancel-requested", "The merchant asked to cancel; the payment turns back at its next step.");
    }
}
