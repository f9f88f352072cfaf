package io.portolan.checkout.payments;

import io.portolan.checkout.idempotency.OnceOnly;
import io.portolan.checkout.json.Json;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.Refusal;
import io.portolan.checkout.requests.Fields;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.checkout.requests.TextRule;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.payment.Decision;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Withdraws payments, while no payout was instructed. That it was asked is recorded in the database; the engine is told afterwards. */
@Component
final class Cancellation {
    private static final TextRule REASON = TextRule.upTo(500);
    private static final String USUAL_REASON = "requested by the merchant";

    private final Payments payments;
    private final OnceOnly onceOnly;
    private final FastPath fastPath;
    private final Clock clock;

    Cancellation(Payments payments, OnceOnly onceOnly, FastPath fastPath, Clock clock) {
        this.payments = payments;
        this.onceOnly = onceOnly;
        this.fastPath = fastPath;
        this.clock = clock;
    }

    ResponseEntity<byte[]> cancel(Payment payment, IdempotencyKey key, JsonBody body) {
        PaymentId id = payment.id();
        String merchant = payment.merchant().value();
        Decision decision = new Decision("cancel-" + id, "merchant:" + merchant, reason(body));
        String operation = "POST %s/%s/cancel".formatted(Intake.PATH, id);
        IdempotentRequest request = new IdempotentRequest(payment.merchant(), key.value(), operation, body.hash());
        return onceOnly.answer(request, () -> withdraw(id), _ -> fastPath.requestCancel(id, decision));
    }

    private StoredAnswer withdraw(PaymentId id) {
        Instant now = clock.instant();
        Payment payment = payments.change(id, current -> Transitions.cancelRequested(current, now))
                .payment();
        if (payment.progress().cancelRequestedAt() == null) {
            throw Refusal.of(ProblemType.NOT_CANCELLABLE, tooLate(payment));
        }
        return new StoredAnswer(HttpStatus.ACCEPTED.value(), "", Json.write(PaymentJson.of(payment)));
    }

    private static String tooLate(Payment payment) {
        String status = payment.status().word();
        return payment.latest(Step.PAYOUT).isPresent()
                ? "The payment is %s, and its payout was instructed.".formatted(status)
                : "The payment is %s.".formatted(status);
    }

    private static String reason(JsonBody body) {
        if (body.isEmpty()) {
            return USUAL_REASON;
        }
        Fields fields = body.fields();
        String reason = fields.optionalText("reason", REASON).orElse(USUAL_REASON);
        fields.nothingElse();
        fields.complaints().refuseIfAny();
        return reason;
    }
}
