package io.portolan.checkout.payments.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of payments, and the cursor to the next. */
@Schema(name = "PaymentList")
record PaymentPage(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<PaymentJson> data,

        @Schema(
                description = "Pass it as after to get the next page; null at the end.",
                types = {"string", "null"},
                example = "pay_01KAHM3W2V0K7N4QZT1X",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String next) {}
