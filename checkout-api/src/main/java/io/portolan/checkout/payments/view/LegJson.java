package io.portolan.checkout.payments.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portolan.domain.ids.Leg;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Both flows of one leg, by its newest attempt; null before the leg begins. */
@Schema(
        name = "Leg",
        description = "One leg by its newest attempt: what the bank or dealer has booked, and what has been settled.")
record LegJson(
        @Schema(
                allowableValues = {"collection", "conversion", "payout"},
                requiredMode = RequiredMode.REQUIRED)
        String leg,

        @Schema(
                description = "instructed, booked, rejected or unknown; null before the leg begins.",
                types = {"string", "null"},
                example = "booked",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String booking,

        @Schema(
                description = "unsettled, settled or returned; null before the leg begins.",
                types = {"string", "null"},
                example = "unsettled",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        String settlement,

        @JsonProperty("booked_at")
        @Schema(
                description = "When the bank or dealer booked it; null until then.",
                types = {"string", "null"},
                format = "date-time",
                example = "2026-11-21T08:15:00.000Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant bookedAt,

        @JsonProperty("settled_at")
        @Schema(
                description = "When it was settled; null until then.",
                types = {"string", "null"},
                format = "date-time",
                example = "2026-11-21T22:00:00.000Z",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Instant settledAt) {

    static LegJson of(Payment payment, Leg leg) {
        return payment.state().instructions().stream()
                .filter(each -> each.kind().leg() == leg && !each.kind().isCompensation())
                .reduce((_, newer) -> newer)
                .map(newest -> newest.kind() == MovementKind.TOP_UP ? ofTopUp(newest) : of(newest))
                .orElseGet(() -> new LegJson(code(leg), null, null, null, null));
    }

    /**
     * The conversion begins with the top-up: until there is a trade, the leg has progressed as far as the top-up, and
     * is never booked.
     */
    private static LegJson ofTopUp(Instruction topUp) {
        BookingStatus booking = topUp.isBooked() ? BookingStatus.INSTRUCTED : topUp.booking();
        return new LegJson(code(Leg.CONVERSION), code(booking), code(SettlementStatus.UNSETTLED), null, null);
    }

    private static LegJson of(Instruction instruction) {
        return new LegJson(
                code(instruction.kind().leg()),
                code(instruction.booking()),
                code(instruction.settlement()),
                instruction.isBooked() ? instruction.answer().decidedAt() : null,
                instruction.funds().settledAt());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
