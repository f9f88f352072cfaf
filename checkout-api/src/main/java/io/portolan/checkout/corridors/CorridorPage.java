package io.portolan.checkout.corridors;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All corridors, in the form of every list. */
@Schema(name = "CorridorList")
record CorridorPage(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<CorridorJson> data,

        @Schema(
                description = "Always null: this list has one page.",
                types = {"string", "null"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String next) {}
