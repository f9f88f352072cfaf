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
 * Carries out an operator's decision: records it and tells the workflow. Safe to repeat: a decision whose id is on
 * record is not carried out again, and the workflow ignores an id that it knows.
 */
@Component
class ActionExecutor {
    private static final String ALREADY_DONE = "This has already been done. It was not done again.";
    private static final String WORKFLOW_SERVICE_DOWN =
            "The workflow service is not responding, so we do not know whether it received this. "
                    + "Send it again in a moment; it will only count once.";

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

    ActionResult perform(Action action, Payment payment, String operator, ActionForm form) {
        if (isRecorded(payment, form)) {
            return new ActionResult.Done(ALREADY_DONE);
        }
        Map<String, String> errors = validate(action, payment, form);
        if (!errors.isEmpty()) {
            return new ActionResult.Invalid(errors);
        }
        DecisionHeader header = new DecisionHeader(
                form.value(ActionForm.ACTION_ID),
                payment.id(),
                operator,
                form.value(ActionForm.REASON),
                clock.instant());
        try {
            return new ActionResult.Done(carryOut(form.decision(action, header), payment, form));
        } catch (DecisionRejected rejected) {
            return failed("Rejected: " + rejected.getMessage() + ".", payment);
        } catch (WorkflowServiceUnavailable unavailable) {
            return failed(WORKFLOW_SERVICE_DOWN, payment);
        }
    }

    /**
     * A correction that was stored before the workflow rejected the retry stays stored, and the operator should know.
     */
    private ActionResult failed(String message, Payment before) {
        boolean corrected = payments.find(before.id())
                .filter(now -> !now.order().payee().equals(before.order().payee()))
                .isPresent();
        return new ActionResult.Failed(corrected ? message + " The corrected payee details have been saved." : message);
    }

    private boolean isRecorded(Payment payment, ActionForm form) {
        return decisions.of(payment.id()).stream()
                .anyMatch(decision -> decision.header().id().equals(form.value(ActionForm.ACTION_ID)));
    }

    private static Map<String, String> validate(Action action, Payment payment, ActionForm form) {
        Map<String, String> errors = new LinkedHashMap<>(form.validate(action));
        if (action == Action.RETRY && PayeeCorrection.isRequested(form)) {
            errors.putAll(PayeeCorrection.of(payment.order().payee(), form).errors());
        }
        return errors;
    }

    private String carryOut(Decision decision, Payment payment, ActionForm form) {
        return switch (decision) {
            case Decision.Retry retry -> sendRetry(payment, retry, form);
            case Decision.ResolveExecuted _, Decision.ResolveNotExecuted _ -> {
                workflows.decide(decision);
                yield "Resolved. The payment continues from what the evidence proves.";
            }
            case Decision.Unwind _ -> {
                workflows.decide(decision);
                yield "Unwind requested. It will be priced first and then run.";
            }
            case Decision.Cancel cancel -> recordAndSendCancellation(payment, cancel);
        };
    }

    /** The correction is stored before the retry is requested, so that the new instruction carries it. */
    private String sendRetry(Payment payment, Decision.Retry decision, ActionForm form) {
        boolean correcting = PayeeCorrection.isRequested(form);
        if (correcting && !NextSteps.isPayeeCorrectable(payment)) {
            throw new DecisionRejected("this payment is not waiting for corrected payee details");
        }
        if (correcting) {
            Party payee = PayeeCorrection.of(payment.order().payee(), form).correctedPayee();
            payments.change(payment.id(), present -> Transitions.correctPayee(present, payee, clock.instant()));
        }
        workflows.decide(decision);
        return correcting ? "The payee was corrected and a retry was requested." : "Retry requested.";
    }

    /**
     * The cancellation is stored first: from then on it stands, whatever the workflow says. What the payment was when it was stored decides, so one
     * that another cancellation has already ended gets no second author.
     */
    private String recordAndSendCancellation(Payment payment, Decision.Cancel decision) {
        Payment present = payments.change(payment.id(), before -> Transitions.requestCancel(before, clock.instant()))
                .payment();
        boolean isTooLate = present.stage().isTerminal() || present.state().unwindPlan() != null;
        if (isTooLate || present.state().cancelRequestedAt() == null) {
            throw new DecisionRejected("it is too late to cancel this payment");
        }
        decisions.add(decision);
        try {
            workflows.decide(decision);
        } catch (WorkflowServiceUnavailable | DecisionRejected untold) {
            return "The cancellation is recorded. The workflow could not be told; "
                    + "the payment will see the cancellation before its next step.";
        }
        return "Cancellation requested. The payment will be unwound before its next step.";
    }
}
