package io.portolan.operations;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A workflow service that remembers what it was told, can be unavailable, and can fail over some payments. */
public final class ScriptedPaymentWorkflows implements PaymentWorkflows {
    private final List<PaymentId> started = new ArrayList<>();
    private final List<PaymentId> woken = new ArrayList<>();
    private final List<InstructionKey> hints = new ArrayList<>();
    private final Set<PaymentId> failing = new HashSet<>();
    private boolean unavailable;

    public List<PaymentId> started() {
        return List.copyOf(started);
    }

    public List<PaymentId> woken() {
        return List.copyOf(woken);
    }

    public List<InstructionKey> hints() {
        return List.copyOf(hints);
    }

    public void becomeUnavailable() {
        unavailable = true;
    }

    public void becomeAvailable() {
        unavailable = false;
    }

    /** From now on nothing can be done about this payment. */
    public void failFor(PaymentId payment) {
        failing.add(payment);
    }

    @Override
    public void start(PaymentId payment) {
        require(payment);
        started.add(payment);
    }

    @Override
    public void wake(PaymentId payment) {
        require(payment);
        woken.add(payment);
    }

    @Override
    public void bankAnswered(InstructionKey instruction) {
        require(instruction.payment());
        hints.add(instruction);
    }

    @Override
    public void decide(PaymentId payment, String decision) {
        throw new UnsupportedOperationException("nobody decides here");
    }

    private void require(PaymentId payment) {
        if (unavailable) {
            throw new WorkflowServiceUnavailable(new IllegalStateException("unavailable"));
        }
        if (failing.contains(payment)) {
            throw new IllegalStateException("the workflow service rejects " + payment);
        }
    }
}
