package io.portolan.console.approvals;

import io.portolan.console.decisions.DecisionContent;
import io.portolan.console.decisions.DecisionView;
import io.portolan.console.layout.LoggedInUser;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.saga.DecisionEffects;
import java.time.Instant;

/**
 * One decision that waits for a second person.
 *
 * @param isComparison whether its content takes the place of what is there now
 * @param objection why the user cannot approve it; empty if he can
 * @param outdated why it would be refused if it were approved now; empty if it would not
 */
record ApprovalView(
        String payment,
        String orderReference,
        DecisionView decision,
        boolean isComparison,
        String objection,
        String outdated) {

    /** Personal data is shown to whoever may approve, and masked for others. */
    static ApprovalView of(RecordedDecision proposed, Payment payment, LoggedInUser user, Instant now) {
        Decision decision = proposed.decision();
        return new ApprovalView(
                payment.id().value(),
                payment.order().reference(),
                user.isOperator()
                        ? DecisionView.of(proposed, DecisionContent.whole(decision, payment), now)
                        : DecisionView.of(proposed, payment, now),
                user.isOperator() && decision instanceof Decision.CorrectPayee,
                proposed.objectionTo(user.name(), now).orElse(""),
                DecisionEffects.objection(payment, decision, now).orElse(""));
    }

    /** Whether the user may approve it now. */
    public boolean isApprovable() {
        return objection.isEmpty();
    }
}
