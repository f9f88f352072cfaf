package io.portolan.checkout.refunds;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a payment's refunds, and the cursor to the next. */
@Schema(name = "RefundList")
record RefundPage(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<RefundJson> data,

        @Schema(
                description = "Pass it as after to get the next page; null at the end.",
                types = {"string", "null"},
                example = "ref_01KAHM3W2V0K7N4QZT1X",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String next) {}
