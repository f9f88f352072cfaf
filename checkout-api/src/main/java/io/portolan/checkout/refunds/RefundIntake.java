package io.portolan.checkout.refunds;

import io.portolan.checkout.idempotency.IdempotentRequests;
import io.portolan.checkout.json.Json;
import io.portolan.checkout.payments.view.MerchantPayments;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.checkout.workflow.WorkflowNotifier;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.RefundId;
import io.portolan.domain.intake.Idempotency.StoredAnswer;
import io.portolan.domain.intake.IdempotentRequest;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Refund;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.saga.Planner;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes refunds in: the refund, its plan and the idempotency key are one database transaction, under the payment's lock, so that refunds asked for at once cannot exceed what
 * was paid. The workflow is woken afterwards.
 */
@Component
final class RefundIntake {
    private final Payments payments;
    private final IdempotentRequests idempotentRequests;
    private final WorkflowNotifier workflowNotifier;
    private final Clock clock;

    RefundIntake(
            Payments payments, IdempotentRequests idempotentRequests, WorkflowNotifier workflowNotifier, Clock clock) {
        this.payments = payments;
        this.idempotentRequests = idempotentRequests;
        this.workflowNotifier = workflowNotifier;
        this.clock = clock;
    }

    ResponseEntity<byte[]> accept(Payment payment, IdempotencyKey key, JsonBody body) {
        RefundRequest asked = RefundRequest.of(body);
        PaymentId id = payment.id();
        String operation = "POST %s/%s/refunds".formatted(MerchantPayments.PATH, id);
        IdempotentRequest request = new IdempotentRequest(payment.merchant(), key.value(), operation, body.hash());
        return idempotentRequests.executeOnce(request, () -> store(id, asked), _ -> workflowNotifier.wake(id));
    }

    private StoredAnswer store(PaymentId id, RefundRequest asked) {
        RefundId refundId = RefundId.next();
        Instant now = clock.instant();
        Payment payment = payments.change(id, current -> add(current, refundId, asked, now))
                .payment();
        Refund added = payment.state().refunds().getLast();
        String location = MerchantRefunds.PATH + "/" + refundId;
        return new StoredAnswer(HttpStatus.ACCEPTED.value(), location, Json.write(RefundJson.of(payment, added)));
    }

    private static PaymentChange add(Payment payment, RefundId id, RefundRequest asked, Instant now) {
        Money amount = new RefundCheck(payment).amountOf(asked);
        Plan plan = Planner.refund(payment, amount, now);
        return Transitions.addRefund(payment, new Refund(id, amount, asked.reason(), plan.number(), now), plan, now);
    }
}
