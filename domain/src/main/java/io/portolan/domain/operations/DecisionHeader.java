package io.portolan.domain.operations;

import io.portolan.domain.ids.PaymentId;
import java.time.Instant;

/** Who decided about which payment, why and when. The id makes a repeat harmless. */
public record DecisionHeader(String id, PaymentId payment, String operator, String reason, Instant decidedAt) {
    /** The most characters that a reason may have, of a decision and of an alert's end. */
    public static final int MAX_REASON_LENGTH = 500;

    public DecisionHeader {
        if (!isId(id)) {
            throw new IllegalArgumentException("a decision's id is 1 to 64 letters, digits, hyphens or underscores");
        }
        if (reason.isBlank() || reason.length() > MAX_REASON_LENGTH) {
            throw new IllegalArgumentException("a reason has 1 to 500 characters");
        }
        if (operator.isBlank()) {
            throw new IllegalArgumentException("a decision has an operator");
        }
    }

    /** Whether a decision may have this id: 1 to 64 letters, digits, hyphens or underscores. */
    public static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_-]{1,64}");
    }
}
