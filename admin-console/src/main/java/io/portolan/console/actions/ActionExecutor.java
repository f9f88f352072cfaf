package io.portolan.console.actions;

import io.portolan.console.text.NextSteps;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.operations.Decisions;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.DecisionRejected;
import io.portolan.workflows.payment.PaymentWorkflows.WorkflowServiceUnavailable;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Does what an operator decided. Safe to repeat: an action whose id is on record was done, and a repeat of one that is not is harmless to the
 * workflow, which knows the id too.
 */
@Component
class ActionExecutor {
    private static final String ALREADY_DONE = "This was done already; it was not done twice.";
    private static final String WORKFLOW_SERVICE_DOWN =
            "The workflow engine does not answer, so it is not known whether it took this. Send it again in a moment: it counts once.";

    private final Payments payments;
    private final PaymentWorkflows workflows;
    private final Decisions decisions;
    private final Clock clock;

    ActionExecutor(Payments payments, PaymentWorkflows workflows, Decisions decisions, Clock clock) {
        this.payments = payments;
        this.workflows = workflows;
        this.decisions = decisions;
        this.clock = clock;
    }

    ActionResult perform(Action deed, Payment payment, String operator, ActionForm typed) {
        if (isRecorded(payment, typed)) {
            return new ActionResult.Done(ALREADY_DONE);
        }
        Map<String, String> errors = validate(deed, payment, typed);
        if (!errors.isEmpty()) {
            return new ActionResult.Invalid(errors);
        }
        DecisionHeader header = new DecisionHeader(
                typed.value(ActionForm.ACTION_ID),
                payment.id(),
                operator,
                typed.value(ActionForm.REASON),
                clock.instant());
        try {
            return new ActionResult.Done(carryOut(typed.decision(deed, header), payment, typed));
        } catch (DecisionRejected refused) {
            return failed("Refused: " + refused.getMessage() + ".", payment);
        } catch (WorkflowServiceUnavailable unavailable) {
            return failed(WORKFLOW_SERVICE_DOWN, payment);
        }
    }

    /** A correction that was stored before the workflow said no stays stored, and the person should know. */
    private ActionResult failed(String message, Payment before) {
        boolean corrected = payments.find(before.id())
                .filter(now -> !now.order().payee().equals(before.order().payee()))
                .isPresent();
        return new ActionResult.Failed(corrected ? message + " The corrected payee is stored." : message);
    }

    private boolean isRecorded(Payment payment, ActionForm typed) {
        return decisions.of(payment.id()).stream()
                .anyMatch(decision -> decision.header().id().equals(typed.value(ActionForm.ACTION_ID)));
    }

    private static Map<String, String> validate(Action deed, Payment payment, ActionForm typed) {
        Map<String, String> errors = new LinkedHashMap<>(typed.validate(deed));
        if (deed == Action.RETRY && PayeeCorrection.isRequested(typed)) {
            errors.putAll(PayeeCorrection.of(payment.order().payee(), typed).errors());
        }
        return errors;
    }

    private String carryOut(Decision decision, Payment payment, ActionForm typed) {
        return switch (decision) {
            case Decision.Retry retry -> sendRetry(payment, retry, typed);
            case Decision.ResolveExecuted _, Decision.ResolveNotExecuted _ -> {
                workflows.decide(decision);
                yield "Resolved. The payment goes on from what the evidence proves.";
            }
            case Decision.Compensate _ -> {
                workflows.decide(decision);
                yield "The unwind was asked for. It is priced first, then it runs.";
            }
            case Decision.Cancel cancel -> recordAndSendCancellation(payment, cancel);
        };
    }

    /** The correction is stored before the retry is asked for, so that the new instruction carries it. */
    private String sendRetry(Payment payment, Decision.Retry decision, ActionForm typed) {
        boolean correcting = PayeeCorrection.isRequested(typed);
        if (correcting && !NextSteps.isPayeeCorrectable(payment)) {
            throw new DecisionRejected("the payment does not wait for the payee to be corrected");
        }
        if (correcting) {
            Party payee = PayeeCorrection.of(payment.order().payee(), typed).correctedPayee();
            payments.change(payment.id(), present -> Transitions.correctPayee(present, payee, clock.instant()));
        }
        workflows.decide(decision);
        return correcting ? "The payee was corrected, and the retry was asked for." : "The retry was asked for.";
    }

    /** The cancellation is stored first: from then on it holds, whether or not the engine can be told at once. */
    private String recordAndSendCancellation(Payment payment, Decision.Cancel decision) {
        Payment present = payments.change(payment.id(), before -> Transitions.requestCancel(before, clock.instant()))
                .payment();
        if (present.state().cancelRequestedAt() == null) {
            throw new DecisionRejected("it is too late to cancel this payment");
        }
        decisions.add(decision);
        try {
            workflows.decide(decision);
        } catch (WorkflowServiceUnavailable unavailable) {
            return "The cancellation is recorded. The workflow engine does not answer now; the payment finds it at its next step.";
        }
        return "The cancellation was asked for. The payment is unwound instead of going on to its next step.";
    }
}
