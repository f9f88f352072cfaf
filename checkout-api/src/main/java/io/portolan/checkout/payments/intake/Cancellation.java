package io.portolan.checkout.payments.intake;

import io.portolan.checkout.idempotency.IdempotentRequests;
import io.portolan.checkout.json.Json;
import io.portolan.checkout.payments.view.MerchantPayments;
import io.portolan.checkout.payments.view.PaymentJson;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.TextRule;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.operations.Decisions;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Cancels payments for which no payout has been instructed. The request, and who made it and why, are
 * recorded in the database first, then the workflow is notified.
 */
@Component
final class Cancellation {
    static final ObjectRule RULE = ObjectRule.empty().optional("reason", TextRule.nonBlankUpTo(500));

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
        String merchant = payment.merchant().value();
        Decision decision = new Decision.Cancel(
                new DecisionHeader("cancel-" + id, id, "merchant:" + merchant, reasonOf(body), clock.instant()));
        String operation = "POST %s/%s/cancel".formatted(MerchantPayments.PATH, id);
        IdempotentRequest request = new IdempotentRequest(payment.merchant(), key.value(), operation, body.hash());
        return idempotentRequests.executeOnce(
                request, () -> recordCancelRequest(id, decision), _ -> workflowNotifier.decide(decision));
    }

    private StoredAnswer recordCancelRequest(PaymentId id, Decision decision) {
        Instant now = clock.instant();
        Payment payment = payments.change(id, current -> Transitions.requestCancel(current, now))
                .payment();
        if (payment.state().cancelRequestedAt() == null) {
            throw ProblemException.of(ProblemType.NOT_CANCELLABLE, notCancellableDetail(payment));
        }
        decisions.add(decision);
        return new StoredAnswer(HttpStatus.ACCEPTED.value(), "", Json.write(PaymentJson.of(payment)));
    }

    private static String notCancellableDetail(Payment payment) {
        String status = payment.status().code();
        return payment.latest(Step.PAYOUT).isPresent()
                ? "The payment is %s, and its payout has been instructed.".formatted(status)
                : "The payment is %s.".formatted(status);
    }

    private static String reasonOf(JsonBody body) {
        return body.isEmpty() ? DEFAULT_REASON : body.input(RULE).text("reason").orElse(DEFAULT_REASON);
    }
}
