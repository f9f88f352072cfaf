package io.portolan.domain.operations;

import io.portolan.domain.identity.PaymentId;
import java.time.Instant;

/** What a person decided about a payment and why. The id makes a repeat harmless. */
public record OperatorAction(
        String id, PaymentId payment, Kind kind, String operator, String reason, Instant decidedAt) {
    /** The decisions there are. */
    public enum Kind {
        RETRY,
        COMPENSATE,
        RESOLVED_EXECUTED,
        RESOLVED_NOT_EXECUTED,
        CANCEL
    }

    private static final int LONGEST_REASON = 500;

    public OperatorAction {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("an action's id is 1 to 64 letters, digits, hyphens or underscores");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("give a reason of 1 to 500 characters");
        }
        if (operator.isBlank()) {
            throw new IllegalArgumentException("an action has an operator");
        }
    }
}
