package io.portolan.console.decisions;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.saga.DecisionEffects;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a decision on its course: into the database first, then to the payment's workflow, and tells what became of it. */
@Component
public class DecisionCourse {
    private static final String WORKFLOW_SERVICE_DOWN =
            "The decision stands in the database. The workflow service does not answer; "
                    + "the decision is carried out when it answers again.";
    private static final String NOT_CARRIED_OUT_YET =
            "The decision stands in the database and is carried out as soon as the payment\u2019s workflow gets to it.";

    private final Decisions decisions;
    private final DecisionPolicy policy;
    private final PaymentWorkflows workflows;
    private final Clock clock;

    DecisionCourse(Decisions decisions, DecisionPolicy policy, PaymentWorkflows workflows, Clock clock) {
        this.decisions = decisions;
        this.policy = policy;
        this.workflows = workflows;
        this.clock = clock;
    }

    /** Whether a second person has to approve decisions like this. */
    public boolean needsTwo(Decision decision) {
        return policy.needsTwo(decision.kind());
    }

    /**
     * Records the decision and has it carried out, unless a second person has to approve it first. What the payment does not allow is recorded, too, as refused. A repeat of
     * a decision on record tells what became of it.
     *
     * @throws Decisions.DecisionIdUsed if its id was used for another decision
     */
    public DecisionResult make(Payment payment, Decision decision) {
        Optional<RecordedDecision> known =
                decisions.find(payment.id(), decision.header().id());
        Optional<String> objection =
                known.isPresent() ? Optional.empty() : DecisionEffects.objection(payment, decision, clock.instant());
        if (objection.isPresent()) {
            return refuse(payment, decision, objection.get());
        }
        return carryOut(decisions.add(policy.recorded(decision)));
    }

    /** Has an approved decision carried out; of one that is not approved, tells what became of it. */
    public DecisionResult carryOut(RecordedDecision recorded) {
        if (recorded.status() != DecisionStatus.APPROVED) {
            return tell(recorded);
        }
        DecisionHeader header = recorded.decision().header();
        try {
            workflows.decide(header.payment(), header.id());
        } catch (WorkflowServiceUnavailable _) {
            return new DecisionResult.Recorded(WORKFLOW_SERVICE_DOWN);
        }
        return tell(decisions.find(header.payment(), header.id()).orElse(recorded));
    }

    /** It is never approved on the way, so that nothing carries it out between the two. */
    private DecisionResult refuse(Payment payment, Decision decision, String objection) {
        RecordedDecision proposed = policy.recorded(decision);
        decisions.add(new RecordedDecision(decision, DecisionStatus.PROPOSED, proposed.lapsesAt(), null, null));
        Ending ending = Ending.refused(objection, DecisionEffects.summaryOf(payment), clock.instant());
        decisions.end(payment.id(), decision.header().id(), ending);
        return new DecisionResult.Refused("Refused: " + objection + ".");
    }

    private static DecisionResult tell(RecordedDecision recorded) {
        Ending ending = recorded.ending();
        String detail = ending == null ? "" : ending.detail();
        return switch (recorded.status()) {
            case PROPOSED ->
                new DecisionResult.Recorded(
                        "The decision is recorded. A second person has to approve it on the approvals page.");
            case APPROVED -> new DecisionResult.Recorded(NOT_CARRIED_OUT_YET);
            case APPLIED -> new DecisionResult.Recorded("The decision has been carried out.");
            case REFUSED -> new DecisionResult.Refused("Refused: " + detail + ".");
            case LAPSED -> new DecisionResult.Refused("The decision has lapsed: nobody approved it in time.");
        };
    }
}
