package io.portolan.console.actions;

import io.portolan.console.words.Outlook;
import io.portolan.domain.operations.OperatorAction;
import io.portolan.domain.operations.OperatorActions;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.PaymentWorkflows.ActionRefused;
import io.portolan.workflows.payment.PaymentWorkflows.EngineUnavailable;
import io.portolan.workflows.payment.Resolution;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Does what an operator decided. Safe to repeat: an action whose id is on record was done, and a repeat of one that is not is harmless to the
 * workflow, which knows the id too.
 */
@Component
class Deeds {
    private static final String ALREADY_DONE = "This was done already; it was not done twice.";
    private static final String ENGINE_DOWN =
            "The workflow engine does not answer, so it is not known whether it took this. Send it again in a moment: it counts once.";

    private final Payments payments;
    private final PaymentWorkflows workflows;
    private final OperatorActions actions;
    private final Clock clock;

    Deeds(Payments payments, PaymentWorkflows workflows, OperatorActions actions, Clock clock) {
        this.payments = payments;
        this.workflows = workflows;
        this.actions = actions;
        this.clock = clock;
    }

    Answer perform(Deed deed, Payment payment, String operator, Typed typed) {
        if (isOnRecord(payment, typed)) {
            return new Answer.Done(ALREADY_DONE);
        }
        Map<String, String> errors = errors(deed, payment, typed);
        if (!errors.isEmpty()) {
            return new Answer.Mistaken(errors);
        }
        Decision decision = new Decision(typed.value(Typed.ACTION_ID), operator, typed.value(Typed.REASON));
        try {
            String message = decide(deed, payment, decision, typed);
            actions.add(record(deed, payment, decision, typed));
            return new Answer.Done(message);
        } catch (ActionRefused refused) {
            return notTaken("Refused: " + refused.getMessage() + ".", payment);
        } catch (EngineUnavailable unavailable) {
            return notTaken(ENGINE_DOWN, payment);
        }
    }

    /** A correction that was stored before the workflow said no stays stored, and the person should know. */
    private Answer notTaken(String message, Payment before) {
        boolean corrected = payments.find(before.id())
                .filter(now -> !now.order().payee().equals(before.order().payee()))
                .isPresent();
        return new Answer.NotTaken(corrected ? message + " The corrected payee is stored." : message);
    }

    private boolean isOnRecord(Payment payment, Typed typed) {
        return actions.of(payment.id()).stream().anyMatch(action -> action.id().equals(typed.value(Typed.ACTION_ID)));
    }

    private static Map<String, String> errors(Deed deed, Payment payment, Typed typed) {
        Map<String, String> errors = new LinkedHashMap<>(typed.mistakes(deed));
        if (deed == Deed.RETRY && PayeeCorrection.isTyped(typed)) {
            errors.putAll(PayeeCorrection.of(payment.order().payee(), typed).errors());
        }
        return errors;
    }

    private String decide(Deed deed, Payment payment, Decision decision, Typed typed) {
        return switch (deed) {
            case RETRY -> retry(payment, decision, typed);
            case RESOLVE -> {
                workflows.resolveUnknown(
                        payment.id(), new Resolution(decision, typed.verdict().orElseThrow()));
                yield "Resolved. The payment goes on from what the evidence proves.";
            }
            case COMPENSATE -> {
                workflows.compensate(payment.id(), decision);
                yield "The unwind was asked for. It is priced first, then it runs.";
            }
            case CANCEL -> cancel(payment, decision);
        };
    }

    /** The correction is stored before the retry is asked for, so that the new instruction carries it. */
    private String retry(Payment payment, Decision decision, Typed typed) {
        boolean correcting = PayeeCorrection.isTyped(typed);
        if (correcting && !Outlook.isCorrectable(payment)) {
            throw new ActionRefused("the payment does not wait for the payee to be corrected");
        }
        if (correcting) {
            Party payee = PayeeCorrection.of(payment.order().payee(), typed).party();
            payments.change(payment.id(), present -> Transitions.corrected(present, payee, clock.instant()));
        }
        workflows.retryLeg(payment.id(), decision);
        return correcting ? "The payee was corrected, and the retry was asked for." : "The retry was asked for.";
    }

    /** The cancellation is stored first: from then on it holds, whether or not the engine can be told at once. */
    private String cancel(Payment payment, Decision decision) {
        Payment present = payments.change(payment.id(), before -> Transitions.cancelRequested(before, clock.instant()))
                .payment();
        if (present.progress().cancelRequestedAt() == null) {
            throw new ActionRefused("it is too late to cancel this payment");
        }
        try {
            workflows.requestCancel(payment.id(), decision);
        } catch (EngineUnavailable unavailable) {
            return "The cancellation is recorded. The workflow engine does not answer now; the payment finds it at its next step.";
        }
        return "The cancellation was asked for. The payment turns back before its next step.";
    }

    private OperatorAction record(Deed deed, Payment payment, Decision decision, Typed typed) {
        OperatorAction.Kind kind = switch (deed) {
            case RETRY -> OperatorAction.Kind.RETRY;
            case COMPENSATE -> OperatorAction.Kind.COMPENSATE;
            case CANCEL -> OperatorAction.Kind.CANCEL;
            case RESOLVE ->
                switch (typed.verdict().orElseThrow()) {
                    case EXECUTED -> OperatorAction.Kind.RESOLVED_EXECUTED;
                    case NOT_EXECUTED -> OperatorAction.Kind.RESOLVED_NOT_EXECUTED;
                };
        };
        return new OperatorAction(
                decision.id(), payment.id(), kind, decision.operator(), decision.reason(), clock.instant());
    }
}
