package io.portolan.checkout.payments.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portolan.domain.payment.PaymentEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.Map;

/** Something that happened to a payment, in a response. */
@Schema(name = "Event", description = "Something that happened to a payment.")
record EventJson(
        @Schema(example = "evt_01KAHM3W2V0K7N4QZT1X", requiredMode = RequiredMode.REQUIRED)
        String id,

        @Schema(
                description = "What happened. New types may be added.",
                example = "payment.collection.booked",
                requiredMode = RequiredMode.REQUIRED)
        String type,

        @JsonProperty("occurred_at")
        @Schema(
                type = "string",
                format = "date-time",
                example = "2026-11-21T08:15:00.000Z",
                requiredMode = RequiredMode.REQUIRED)
        Instant occurredAt,

        @Schema(
                description = "Details of the event, depending on its type; no personal data. An amount is Money.",
                example = "{\"key\": \"pay_01KAHM3W2V0K7N4QZT1X/1/1/1\", \"detail\": \"B00000000042\"}",
                requiredMode = RequiredMode.REQUIRED)
        Map<String, Object> data) {

    static EventJson of(PaymentEvent event) {
        return new EventJson(event.id(), event.type(), event.occurredAt(), EventDetails.of(event));
    }
}
