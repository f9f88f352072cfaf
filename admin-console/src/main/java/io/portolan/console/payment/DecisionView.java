package io.portolan.console.payment;

import io.portolan.console.text.Timestamp;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import java.time.Instant;

/** One recorded decision of an operator. */
record DecisionView(Timestamp decidedAt, String action, String operator, String reason) {

    static DecisionView of(Decision decision, Instant now) {
        DecisionHeader header = decision.header();
        return new DecisionView(
                new Timestamp(header.decidedAt(), now), labelOf(decision), header.operator(), header.reason());
    }

    private static String labelOf(Decision decision) {
        return switch (decision) {
            case Decision.Retry _ -> "Retried";
            case Decision.Unwind _ -> "Unwound";
            case Decision.ResolveExecuted _ -> "Resolved as executed";
            case Decision.ResolveNotExecuted _ -> "Resolved as not executed";
            case Decision.Cancel _ -> "Cancelled";
        };
    }
}
