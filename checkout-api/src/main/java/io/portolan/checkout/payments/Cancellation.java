package io.portolan.checkout.payments;

import io.portolan.checkout.idempotency.IdempotentRequests;
import io.portolan.checkout.json.Json;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.requests.Fields;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.checkout.requests.TextRule;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.operations.Decision;
import io.portolan.domain.operations.DecisionHeader;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Withdraws payments, while no payout was instructed. That it was asked is recorded in the database; the engine is told afterwards. */
@Component
final class Cancellation {
    private static final TextRule REASON = TextRule.nonBlankUpTo(500);
    private static final String DEFAULT_REASON = "requested by the merchant";

    private final Payments payments;
    private final IdempotentRequests idempotentRequests;
    private final WorkflowNotifier workflowNotifier;
    private final Clock clock;

    Cancellation(Payments payments, IdempotentRequests onceOnly, WorkflowNotifier fastPath, Clock clock) {
        this.payments = payments;
        this.idempotentRequests = onceOnly;
        this.workflowNotifier = fastPath;
        this.clock = clock;
    }

    ResponseEntity<byte[]> cancel(Payment payment, IdempotencyKey key, JsonBody body) {
        PaymentId id = payment.id();
        String merchant = payment.merchant().value();
        Decision decision = new Decision.Cancel(
                new DecisionHeader("cancel-" + id, id, "merchant:" + merchant, readReason(body), clock.instant()));
        String operation = "POST %s/%s/cancel".formatted(Intake.PATH, id);
        IdempotentRequest request = new IdempotentRequest(payment.merchant(), key.value(), operation, body.hash());
        return idempotentRequests.executeOnce(
                request, () -> recordCancelRequest(id), _ -> workflowNotifier.decide(decision));
    }

    private StoredAnswer recordCancelRequest(PaymentId id) {
        Instant now = clock.instant();
        Payment payment = payments.change(id, current -> Transitions.requestCancel(current, now))
                .payment();
        if (payment.state().cancelRequestedAt() == null) {
            throw ProblemException.of(ProblemType.NOT_CANCELLABLE, notCancellableDetail(payment));
        }
        return new StoredAnswer(HttpStatus.ACCEPTED.value(), "", Json.write(PaymentJson.of(payment)));
    }

    private static String notCancellableDetail(Payment payment) {
        String status = payment.status().code();
        return payment.latest(Step.PAYOUT).isPresent()
                ? "The payment is %s, and its payout was instructed.".formatted(status)
                : "The payment is %s.".formatted(status);
    }

    private static String readReason(JsonBody body) {
        if (body.isEmpty()) {
            return DEFAULT_REASON;
        }
        Fields fields = body.fields();
        String reason = fields.optionalText("reason", REASON).orElse(DEFAULT_REASON);
        fields.rejectUnknown();
        fields.errors().throwIfAny();
        return reason;
    }
}
