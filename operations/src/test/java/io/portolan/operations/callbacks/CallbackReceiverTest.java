package io.portolan.operations.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.CallbackVerification.Genuine;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.operations.ScriptedPaymentWorkflows;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallbackReceiverTest {
    private final Payment payment = SamplePayments.cnyToUsd();
    private final InstructionKey key = InstructionKey.first(payment.id(), Step.COLLECTION);
    private final InMemoryBankCalls calls = new InMemoryBankCalls();
    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();
    private final CallbackReceiver receiver = new CallbackReceiver(
            InMemoryPayments.of(payment), calls, workflows, Clock.fixed(SamplePayments.NOON, ZoneOffset.UTC));

    @Test
    void recordsACallbackAndPassesItOn() {
        receiver.receive("domestic", new Genuine(key, "e1", "BOOKED"));

        assertThat(workflows.hints()).containsExactly(key);
        assertThat(calls.of(payment.id())).extracting(BankCall::outcome).containsExactly("BOOKED");
    }

    @Test
    void passesADuplicateOnOnce() {
        receiver.receive("domestic", new Genuine(key, "e1", "BOOKED"));
        receiver.receive("domestic", new Genuine(key, "e1", "BOOKED"));
        receiver.receive("domestic", new Genuine(key, "e1", "BOOKED"));

        assertThat(workflows.hints()).hasSize(1);
        assertThat(calls.of(payment.id())).hasSize(1);
    }

    @Test
    void tellsTheSameEventIdOfTwoSendersApart() {
        receiver.receive("domestic", new Genuine(key, "e1", "BOOKED"));
        receiver.receive("dealer", new Genuine(key, "e1", "executed"));

        assertThat(workflows.hints()).hasSize(2);
    }

    @Test
    void recordsACallbackWhileTemporalIsUnavailable() {
        workflows.becomeUnavailable();

        receiver.receive("domestic", new Genuine(key, "e1", "BOOKED"));

        assertThat(calls.of(payment.id())).hasSize(1);
    }

    @Test
    void leavesACallbackAboutAnUnknownPaymentAlone() {
        InstructionKey strange = InstructionKey.first(PaymentId.next(), Step.COLLECTION);

        receiver.receive("domestic", new Genuine(strange, "e1", "BOOKED"));

        assertThat(workflows.hints()).isEmpty();
        assertThat(calls.of(strange.payment())).isEmpty();
    }
}
