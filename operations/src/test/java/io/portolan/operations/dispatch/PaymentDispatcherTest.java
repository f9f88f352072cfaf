package io.portolan.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.operations.ScriptedPaymentWorkflows;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentDispatcherTest {
    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();

    @Test
    void startsEveryOpenPaymentBeyondOnePage() {
        Payment[] many = Stream.generate(SamplePayments::cnyToUsd).limit(450).toArray(Payment[]::new);

        new PaymentDispatcher(InMemoryPayments.of(many), workflows).run();

        assertThat(workflows.started()).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void leavesEndedPaymentsAlone() {
        Payment open = SamplePayments.cnyToUsd();
        Payment ended = Transitions.conclude(
                        SamplePayments.cnyToUsd(), Stage.CANCELLED, Reason.of("cancelled", ""), SamplePayments.NOON)
                .payment();

        new PaymentDispatcher(InMemoryPayments.of(open, ended), workflows).run();

        assertThat(workflows.started()).containsExactly(open.id());
    }

    @Test
    void endsTheRoundWhileTemporalIsUnavailableAndStartsInTheNext() {
        Payment open = SamplePayments.cnyToUsd();
        PaymentDispatcher dispatcher = new PaymentDispatcher(InMemoryPayments.of(open), workflows);
        workflows.becomeUnavailable();
        dispatcher.run();
        assertThat(workflows.started()).isEmpty();

        workflows.becomeAvailable();
        dispatcher.run();

        assertThat(workflows.started()).containsExactly(open.id());
    }
}
