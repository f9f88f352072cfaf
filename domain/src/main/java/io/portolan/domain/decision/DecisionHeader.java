package io.portolan.domain.decision;

import io.portolan.domain.ids.Ids;
import io.portolan.domain.ids.PaymentId;
import java.time.Instant;

/**
 * Who decided about which payment, why and when, looking at which version of it. The id is made with the form, so that a repeat is harmless.
 *
 * @param maker an operator's name, or {@code merchant:<id>}
 */
public record DecisionHeader(String id, PaymentId payment, String maker, String reason, int version, Instant madeAt) {
    /** The most characters that a reason may have, of a decision and of an alert's end. */
    public static final int MAX_REASON_LENGTH = 500;

    private static final String PREFIX = "dec_";

    public DecisionHeader {
        Ids.require(PREFIX, id);
        if (reason.isBlank() || reason.length() > MAX_REASON_LENGTH) {
            throw new IllegalArgumentException("a reason has 1 to 500 characters");
        }
        if (maker.isBlank()) {
            throw new IllegalArgumentException("a decision has a maker");
        }
    }

    /** The same, made at this time. */
    DecisionHeader madeAt(Instant at) {
        return new DecisionHeader(id, payment, maker, reason, version, at);
    }

    /** An id for a decision that may be made. */
    public static String nextId() {
        return Ids.next(PREFIX);
    }

    /** Whether the text is an id that {@link #nextId} can have made. */
    public static boolean isId(String text) {
        return text.matches(Ids.patternOf(PREFIX));
    }
}
