package io.portolan.domain.fx;

import io.portolan.domain.ids.Ids;
import io.portolan.domain.input.TextRule;

/** The id of a quote, such as {@code quo_06E8P3W2V0K7N4QZT1XR}. */
public record QuoteId(String value) {
    private static final String PREFIX = "quo_";

    /** What is no id cannot be the id of a quote that exists, and is answered alike. */
    public static final TextRule RULE = TextRule.matching(
            Ids.patternOf(PREFIX), "quote-unknown", "Must be the id of a quote returned by POST /v1/quotes.");

    public QuoteId {
        Ids.require(PREFIX, value);
    }

    public static QuoteId next() {
        return new QuoteId(Ids.next(PREFIX));
    }
}
