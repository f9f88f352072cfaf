package io.portolan.app;

import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.Resolution;
import java.util.ArrayList;
import java.util.List;

/** A workflow engine that remembers what it was told, and can be away. */
public final class ScriptedEngine implements PaymentWorkflows {
    private final List<PaymentId> started = new ArrayList<>();
    private final List<InstructionKey> hints = new ArrayList<>();
    private boolean away;

    public List<PaymentId> started() {
        return List.copyOf(started);
    }

    public List<InstructionKey> hints() {
        return List.copyOf(hints);
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    @Override
    public void start(PaymentId payment) {
        requireHere();
        started.add(payment);
    }

    @Override
    public void bankAnswered(InstructionKey instruction) {
        requireHere();
        hints.add(instruction);
    }

    @Override
    public void retryLeg(PaymentId payment, Decision decision) {
        throw new ActionRefused("nobody decides here");
    }

    @Override
    public void compensate(PaymentId payment, Decision decision) {
        throw new ActionRefused("nobody decides here");
    }

    @Override
    public void resolveUnknown(PaymentId payment, Resolution resolution) {
        throw new ActionRefused("nobody decides here");
    }

    @Override
    public void requestCancel(PaymentId payment, Decision decision) {
        throw new ActionRefused("nobody decides here");
    }

    private void requireHere() {
        if (away) {
            throw new EngineUnavailable(new IllegalStateException("away"));
        }
    }
}
