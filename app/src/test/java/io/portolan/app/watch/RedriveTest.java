package io.portolan.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ScriptedEngine;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedriveTest {
    private final ScriptedEngine engine = new ScriptedEngine();

    @Test
    void handsOverEveryOpenPaymentBeyondOnePage() {
        Payment[] many = Stream.generate(SamplePayments::cnyToUsd).limit(450).toArray(Payment[]::new);

        new Redrive(InMemoryPayments.of(many), engine).run();

        assertThat(engine.started()).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void leavesEndedPaymentsAlone() {
        Payment open = SamplePayments.cnyToUsd();
        Payment ended = Transitions.concluded(
                        SamplePayments.cnyToUsd(), Stage.CANCELLED, Reason.of("cancelled", ""), SamplePayments.NOON)
                .payment();

        new Redrive(InMemoryPayments.of(open, ended), engine).run();

        assertThat(engine.started()).containsExactly(open.id());
    }

    @Test
    void endsTheRoundWhileTheEngineIsAwayAndHandsOverInTheNext() {
        Payment open = SamplePayments.cnyToUsd();
        Redrive redrive = new Redrive(InMemoryPayments.of(open), engine);
        engine.goAway();
        redrive.run();
        assertThat(engine.started()).isEmpty();

        engine.comeBack();
        redrive.run();

        assertThat(engine.started()).containsExactly(open.id());
    }
}
