package io.portolan.operations;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.util.ArrayList;
import java.util.List;

/** A workflow service that remembers what it was told, and can be unavailable. */
public final class ScriptedPaymentWorkflows implements PaymentWorkflows {
    private final List<PaymentId> started = new ArrayList<>();
    private final List<InstructionKey> hints = new ArrayList<>();
    private boolean unavailable;

    public List<PaymentId> started() {
        return List.copyOf(started);
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

    @Override
    public void start(PaymentId payment) {
        requireAvailable();
        started.add(payment);
    }

    @Override
    public void bankAnswered(InstructionKey instruction) {
        requireAvailable();
        hints.add(instruction);
    }

    @Override
    public void decide(Decision decision) {
        throw new DecisionRejected("nobody decides here");
    }

    private void requireAvailable() {
        if (unavailable) {
            throw new WorkflowServiceUnavailable(new IllegalStateException("unavailable"));
        }
    }
}
