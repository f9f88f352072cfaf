package io.portolan.checkout.payments;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that cancels a payment, as the API's description shows it; {@link Cancellation} reads it. */
@Schema(name = "CancelRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record CancelRequestSchema(
        @Schema(
                description = "Why, for the people who look at the payment. No personal data, please.",
                minLength = 1,
                maxLength = 500,
                example = "The order was withdrawn.")
        @Nullable
        String reason) {}
