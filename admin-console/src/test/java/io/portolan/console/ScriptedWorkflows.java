package io.portolan.console;

import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.workflows.payment.Decision;
import io.portolan.workflows.payment.PaymentWorkflows;
import io.portolan.workflows.payment.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Workflows that write down what they are asked, and refuse or are down when told so. */
public final class ScriptedWorkflows implements PaymentWorkflows {
    /** One request as it arrived. */
    public record Asked(String what, PaymentId payment, Decision decision) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<RuntimeException> failure = Optional.empty();

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** From now on every action is refused with this reason. */
    public void refuse(String reason) {
        failure = Optional.of(new ActionRefused(reason));
    }

    /** From now on the engine does not answer. */
    public void goDown() {
        failure = Optional.of(new EngineUnavailable(new IllegalStateException("connection refused")));
    }

    public void reset() {
        failure = Optional.empty();
        asked.clear();
    }

    @Override
    public void start(PaymentId payment) {}

    @Override
    public void bankAnswered(InstructionKey instruction) {}

    @Override
    public void retryLeg(PaymentId payment, Decision decision) {
        take("retry", payment, decision);
    }

    @Override
    public void compensate(PaymentId payment, Decision decision) {
        take("compensate", payment, decision);
    }

    @Override
    public void resolveUnknown(PaymentId payment, Resolution resolution) {
        take("resolve " + resolution.verdict(), payment, resolution.decision());
    }

    @Override
    public void requestCancel(PaymentId payment, Decision decision) {
        take("cancel", payment, decision);
    }

    private void take(String what, PaymentId payment, Decision decision) {
        failure.ifPresent(reason -> {
            throw reason;
        });
        asked.add(new Asked(what, payment, decision));
    }
}
