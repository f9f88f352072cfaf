package io.portolan.checkout.payments.intake;

import io.portolan.checkout.idempotency.IdempotentRequests;
import io.portolan.checkout.json.Json;
import io.portolan.checkout.payments.view.MerchantPayments;
import io.portolan.checkout.payments.view.PaymentJson;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.checkout.workflow.WorkflowNotifier;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.TextRule;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.saga.DecisionEffects;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Cancels payments for which no payout has been instructed. The decision (who made it and why), its effect and the idempotency key are one database transaction; the
 * workflow is woken afterwards.
 */
@Component
final class Cancellation {
    static final ObjectRule RULE =
            ObjectRule.empty().optional("reason", TextRule.nonBlankUpTo(DecisionHeader.MAX_REASON_LENGTH));

    private static final String DEFAULT_REASON = "requested by the merchant";

    private final Payments payments;
    private final Decisions decisions;
    private final IdempotentRequests idempotentRequests;
    private final WorkflowNotifier workflowNotifier;
    private final Clock clock;

    Cancellation(
            Payments payments,
            Decisions decisions,
            IdempotentRequests idempotentRequests,
            WorkflowNotifier workflowNotifier,
            Clock clock) {
        this.payments = payments;
        this.decisions = decisions;
        this.idempotentRequests = idempotentRequests;
        this.workflowNotifier = workflowNotifier;
        this.clock = clock;
    }

    ResponseEntity<byte[]> cancel(Payment payment, IdempotencyKey key, JsonBody body) {
        PaymentId id = payment.id();
        String reason = reasonOf(body);
        String operation = "POST %s/%s/cancel".formatted(MerchantPayments.PATH, id);
        IdempotentRequest request = new IdempotentRequest(payment.merchant(), key.value(), operation, body.hash());
        return idempotentRequests.executeOnce(request, () -> record(id, reason), _ -> workflowNotifier.wake(id));
    }

    /** The change that changes nothing takes the payment's lock, and keeps it to the end of the transaction: so two requests at once record one decision. */
    private StoredAnswer record(PaymentId id, String reason) {
        Payment payment = payments.change(id, PaymentChange::none).payment();
        Payment cancelled = isCancellationStanding(payment) ? payment : carryOut(payment, reason);
        return new StoredAnswer(HttpStatus.ACCEPTED.value(), "", Json.write(PaymentJson.of(cancelled)));
    }

    private Payment carryOut(Payment payment, String reason) {
        Instant now = clock.instant();
        RecordedDecision decision = approved(payment, reason, now);
        decisions.add(decision);
        PaymentChange change =
                payments.change(payment.id(), current -> DecisionEffects.apply(current, decision, null, now));
        Ending ending = Objects.requireNonNull(change.decision()).ending();
        if (ending.status() == DecisionStatus.REFUSED) {
            throw ProblemException.of(ProblemType.NOT_CANCELLABLE, sentence(ending.detail()));
        }
        return change.payment();
    }

    /** A merchant decides alone, whatever the policy for operators is: there is nothing to approve, and so no time for it. */
    private static RecordedDecision approved(Payment payment, String reason, Instant now) {
        String maker = "merchant:" + payment.merchant().value();
        var header = new DecisionHeader(DecisionHeader.nextId(), payment.id(), maker, reason, payment.version(), now);
        return new RecordedDecision(new Decision.Cancel(header), DecisionStatus.APPROVED, now, null, null);
    }

    /** Whether an earlier request to cancel has been carried out, or still will be. */
    private static boolean isCancellationStanding(Payment payment) {
        return payment.state().cancelRequestedAt() != null && !payment.isPayoutInstructed();
    }

    private static String sentence(String detail) {
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".";
    }

    private static String reasonOf(JsonBody body) {
        return body.isEmpty() ? DEFAULT_REASON : body.input(RULE).text("reason").orElse(DEFAULT_REASON);
    }
}
