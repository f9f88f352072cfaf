package io.portolan.console;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Records each decision, rejects it, or cannot be reached, as told. */
public final class ScriptedWorkflows implements PaymentWorkflows {
    private final List<Decision> decided = new CopyOnWriteArrayList<>();
    private final Consumer<Decision> recording;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    public ScriptedWorkflows(Consumer<Decision> recording) {
        this.recording = recording;
    }

    /** The decisions received, in order. */
    public List<Decision> decided() {
        return List.copyOf(decided);
    }

    /** From now on every decision is rejected for this reason. */
    public void reject(String reason) {
        failure = Optional.of(new DecisionRejected(reason));
    }

    /** From now on the workflow service does not respond. */
    public void goDown() {
        failure = Optional.of(new WorkflowServiceUnavailable(new IllegalStateException("connection refused")));
    }

    public void reset() {
        failure = Optional.empty();
        decided.clear();
    }

    @Override
    public void start(PaymentId payment) {}

    @Override
    public void bankAnswered(InstructionKey instruction) {}

    @Override
    public void decide(Decision decision) {
        failure.ifPresent(reason -> {
            throw reason;
        });
        decided.add(decision);
        recording.accept(decision);
    }
}
