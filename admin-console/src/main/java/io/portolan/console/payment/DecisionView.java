package io.portolan.console.payment;

import io.portolan.console.words.Moment;
import io.portolan.domain.operations.OperatorAction;
import java.time.Instant;

/** One recorded decision of a person. */
record DecisionView(Moment at, String what, String operator, String reason, String id) {

    static DecisionView of(OperatorAction action, Instant now) {
        return new DecisionView(
                new Moment(action.decidedAt(), now),
                what(action.kind()),
                action.operator(),
                action.reason(),
                action.id());
    }

    private static String what(OperatorAction.Kind kind) {
        return switch (kind) {
            case RETRY -> "Retried";
            case COMPENSATE -> "Unwound";
            case RESOLVED_EXECUTED -> "Resolved as executed";
            case RESOLVED_NOT_EXECUTED -> "Resolved as not executed";
            case CANCEL -> "Cancelled";
        };
    }
}
