package io.portolan.console.actions;

import io.portolan.console.decisions.DecisionCourse;
import io.portolan.console.decisions.DecisionResult;
import io.portolan.console.text.ReasonText;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.Decisions.DecisionIdUsed;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.saga.PlanResult;
import io.portolan.domain.saga.Planning;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes of an operator's form a decision, and takes it on its course; or prices an unwind for him to look at. Safe to repeat: a form carries its decision's id, and what is
 * on record is not made again.
 */
@Component
class ActionExecutor {
    private static final String OUTCOME_OPEN =
            "The unwind was not priced: the payment has moved on, or an outcome has to be known first.";

    private final Decisions decisions;
    private final DecisionCourse course;
    private final Planning planning;
    private final Clock clock;

    ActionExecutor(Decisions decisions, DecisionCourse course, Planning planning, Clock clock) {
        this.decisions = decisions;
        this.course = course;
        this.planning = planning;
        this.clock = clock;
    }

    ActionResult perform(Action action, Payment payment, String operator, ActionForm form) {
        return action == Action.PRICE_UNWIND ? priceUnwind(payment) : decide(action, payment, operator, form);
    }

    private ActionResult decide(Action action, Payment payment, String operator, ActionForm form) {
        DecisionInput input = new DecisionInput(action, payment, form, clock.instant());
        Map<String, String> errors = input.errors();
        if (!errors.isEmpty()) {
            return new ActionResult.Invalid(errors);
        }
        Decision decision = input.decision(operator, madeAt(payment, form));
        try {
            return switch (course.make(payment, decision)) {
                case DecisionResult.Recorded(String message) -> new ActionResult.Done(message);
                case DecisionResult.Refused(String message) -> new ActionResult.Failed(message);
            };
        } catch (DecisionIdUsed used) {
            return new ActionResult.Failed("Nothing was done: " + used.getMessage() + ".");
        }
    }

    /** A form that comes again is the same decision, made when it first came. */
    private Instant madeAt(Payment payment, ActionForm form) {
        return decisions
                .find(payment.id(), form.value(ActionForm.DECISION))
                .map(known -> known.decision().header().madeAt())
                .orElseGet(clock::instant);
    }

    private ActionResult priceUnwind(Payment payment) {
        String unavailable = AvailableActions.unavailableReason(Action.PRICE_UNWIND, payment);
        Parking parking = payment.state().parking();
        if (!unavailable.isEmpty() || parking == null) {
            return new ActionResult.Failed("Nothing was done. " + unavailable);
        }
        return switch (planning.propose(payment.id(), parking.reason())) {
            case PlanResult.Proposed(Plan plan) ->
                new ActionResult.Done(("The unwind is priced: plan %d is shown below. "
                                + "It moves nothing until somebody decides to unwind by it.")
                        .formatted(plan.number()));
            case PlanResult.Declined(Reason reason) ->
                new ActionResult.Failed("No dealer offers a rate now: %s. Nothing was done; try again later."
                        .formatted(ReasonText.format(reason)));
            case PlanResult.StepOpen _, PlanResult.Planned _ -> new ActionResult.Failed(OUTCOME_OPEN);
        };
    }
}
