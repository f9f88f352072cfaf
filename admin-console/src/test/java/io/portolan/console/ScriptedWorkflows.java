package io.portolan.console;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.saga.DecisionEffects;
import io.portolan.workflows.payment.PaymentWorkflows;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carries each decision out, leaves it for later, or cannot be reached, as told. The bank knows nothing of what is resolved, unless it is told otherwise. */
public final class ScriptedWorkflows implements PaymentWorkflows {
    private enum Mood {
        CARRIES_OUT,
        IS_SLOW,
        IS_DOWN
    }

    private final List<Decision> decided = new CopyOnWriteArrayList<>();
    private final ConsoleFixture fixture;
    private volatile Mood mood = Mood.CARRIES_OUT;
    private volatile InquiryResult fresh = new InquiryResult.NotFound();

    ScriptedWorkflows(ConsoleFixture fixture) {
        this.fixture = fixture;
    }

    /** The decisions received, in order. */
    public List<Decision> decided() {
        return List.copyOf(decided);
    }

    /** From now on the workflow service does not respond. */
    public void goDown() {
        mood = Mood.IS_DOWN;
    }

    /** From now on a decision is received and not carried out yet. */
    public void slowDown() {
        mood = Mood.IS_SLOW;
    }

    /** From now on the bank answers this about an instruction that is being resolved. */
    public void bankSays(InquiryResult result) {
        fresh = result;
    }

    public void reset() {
        mood = Mood.CARRIES_OUT;
        fresh = new InquiryResult.NotFound();
        decided.clear();
    }

    @Override
    public void start(PaymentId payment) {}

    @Override
    public void wake(PaymentId payment) {}

    @Override
    public void bankAnswered(InstructionKey instruction) {}

    @Override
    public void decide(PaymentId payment, String id) {
        if (mood == Mood.IS_DOWN) {
            throw new WorkflowServiceUnavailable(new IllegalStateException("connection refused"));
        }
        RecordedDecision recorded = fixture.decisions.find(payment, id).orElseThrow();
        decided.add(recorded.decision());
        if (mood == Mood.CARRIES_OUT) {
            fixture.payments.change(
                    payment, present -> DecisionEffects.apply(present, recorded, fresh, fixture.clock.instant()));
        }
    }
}
