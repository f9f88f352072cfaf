package io.portolan.checkout.problems;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;

/** Describes problems in the API's OpenAPI document. */
public final class ProblemSchemas {
    private ProblemSchemas() {}

    /** Adds the schemas of a problem and its errors. */
    public static void addTo(Components components) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
    }
}
