package io.portolan.operations.callbacks;

import io.portolan.domain.bank.CallbackVerification.Genuine;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records a genuine callback once and passes it on as a hint. What is lost here is found by the payment's own inquiries. */
public final class CallbackReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackReceiver.class);

    private final Payments payments;
    private final BankCalls calls;
    private final PaymentWorkflows workflows;
    private final Clock clock;

    public CallbackReceiver(Payments payments, BankCalls calls, PaymentWorkflows workflows, Clock clock) {
        this.payments = payments;
        this.calls = calls;
        this.workflows = workflows;
        this.clock = clock;
    }

    /** Records a callback; a duplicate and one about an unknown payment are left alone. */
    public void receive(String sender, Genuine callback) {
        if (payments.find(callback.key().payment()).isPresent() && recordIfNew(sender, callback)) {
            signalPayment(callback);
        }
    }

    private boolean recordIfNew(String sender, Genuine callback) {
        BankCall call = new BankCall(
                callback.key(),
                BankCall.Operation.CALLBACK,
                clock.instant(),
                Duration.ZERO,
                callback.claimedState(),
                sender);
        return calls.addCallback(sender, callback.eventId(), call);
    }

    private void signalPayment(Genuine callback) {
        try {
            workflows.bankAnswered(callback.key());
        } catch (PaymentWorkflows.WorkflowServiceUnavailable unavailable) {
            LOG.warn(
                    "callback about {} was recorded, but {}; the next inquiry will find the result",
                    callback.key(),
                    unavailable.getMessage());
        }
    }
}
