package io.portolan.domain.fx;

import io.portolan.domain.ids.Ids;

/** The id of a quote, such as {@code quo_06E8P3W2V0K7N4QZT1XR}. */
public record QuoteId(String value) {
    private static final String PREFIX = "quo_";

    public QuoteId {
        Ids.require(PREFIX, value);
    }

    public static QuoteId next() {
        return new QuoteId(Ids.next(PREFIX));
    }
}
