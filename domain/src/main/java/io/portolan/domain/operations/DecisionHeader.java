package io.portolan.domain.operations;

import io.portolan.domain.ids.PaymentId;
import java.time.Instant;

/** Who decided about which payment, why and when. The id makes a repeat harmless. */
public record DecisionHeader(String id, PaymentId payment, String operator, String reason, Instant decidedAt) {
    private static final int LONGEST_REASON = 500;

    public DecisionHeader {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("a decision's id is 1 to 64 letters, digits, hyphens or underscores");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("give a reason of 1 to 500 characters");
        }
        if (operator.isBlank()) {
            throw new IllegalArgumentException("a decision has an operator");
        }
    }
}
