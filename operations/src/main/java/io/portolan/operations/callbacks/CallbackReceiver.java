package io.portolan.operations.callbacks;

import io.portolan.domain.bank.CallbackVerification.Genuine;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.Rechecks;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a genuine callback once and passes it on as a hint: to the payment that waits for its answer, or, where the instruction is decided, to the recheck, since the bank may
 * have more to say. What is lost here is found by the payment's own inquiries and the statement.
 */
public final class CallbackReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackReceiver.class);

    private final Payments payments;
    private final BankCalls calls;
    private final PaymentWorkflows workflows;
    private final Rechecks rechecks;
    private final Clock clock;
    private final LongAdder dropped = new LongAdder();

    public CallbackReceiver(
            Payments payments, BankCalls calls, PaymentWorkflows workflows, Rechecks rechecks, Clock clock) {
        this.payments = payments;
        this.calls = calls;
        this.workflows = workflows;
        this.rechecks = rechecks;
        this.clock = clock;
    }

    /**
     * Records a callback; a duplicate is left alone. One about an instruction that we do not know, and one of another sender than the instruction's own counterparty, is
     * dropped: what a bank signs is genuine only about its own business.
     */
    public void receive(String sender, Genuine callback) {
        Optional<Payment> payment = payments.find(callback.key().payment());
        Optional<Instruction> about = payment.flatMap(found -> found.find(callback.key()));
        if (about.isEmpty()) {
            drop(sender, callback, "we do not know it");
        } else if (!sender.equals(Counterparty.of(payment.orElseThrow(), callback.key()))) {
            drop(sender, callback, "it is not theirs");
        } else if (recordIfNew(sender, callback)) {
            passOn(about.get());
        }
    }

    /** How many callbacks were dropped since this process began. */
    public long dropped() {
        return dropped.sum();
    }

    private void drop(String sender, Genuine callback, String why) {
        dropped.increment();
        LOG.warn("a callback of {} about {} is dropped: {}", sender, callback.key(), why);
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

    private void passOn(Instruction about) {
        if (about.isDecided()) {
            rechecks.addCallback(about.key(), clock.instant());
            return;
        }
        try {
            workflows.bankAnswered(about.key());
        } catch (PaymentWorkflows.WorkflowServiceUnavailable unavailable) {
            LOG.warn(
                    "callback about {} was recorded, but {}; the next inquiry will find the result",
                    about.key(),
                    unavailable.getMessage());
        }
    }
}
