package io.portolan.app.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.ScriptedEngine;
import io.portolan.domain.bank.CallbackHint.Genuine;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallbackReceptionTest {
    private final Payment payment = SamplePayments.cnyToUsd();
    private final InstructionKey key = InstructionKey.first(payment.id(), Step.COLLECTION);
    private final InMemoryBankCalls calls = new InMemoryBankCalls();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final CallbackReception reception = new CallbackReception(
            InMemoryPayments.of(payment), calls, engine, Clock.fixed(SamplePayments.NOON, ZoneOffset.UTC));

    @Test
    void recordsACallbackAndPassesItOn() {
        reception.take("domestic", new Genuine(key, "e1", "BOOKED"));

        assertThat(engine.hints()).containsExactly(key);
        assertThat(calls.of(payment.id())).extracting(BankCall::outcome).containsExactly("BOOKED");
    }

    @Test
    void passesADuplicateOnOnce() {
        reception.take("domestic", new Genuine(key, "e1", "BOOKED"));
        reception.take("domestic", new Genuine(key, "e1", "BOOKED"));
        reception.take("domestic", new Genuine(key, "e1", "BOOKED"));

        assertThat(engine.hints()).hasSize(1);
        assertThat(calls.of(payment.id())).hasSize(1);
    }

    @Test
    void tellsTheSameEventIdOfTwoSendersApart() {
        reception.take("domestic", new Genuine(key, "e1", "BOOKED"));
        reception.take("dealer", new Genuine(key, "e1", "executed"));

        assertThat(engine.hints()).hasSize(2);
    }

    @Test
    void recordsACallbackWhileTheEngineIsAway() {
        engine.goAway();

        reception.take("domestic", new Genuine(key, "e1", "BOOKED"));

        assertThat(calls.of(payment.id())).hasSize(1);
    }

    @Test
    void leavesACallbackAboutAnUnknownPaymentAlone() {
        InstructionKey strange = InstructionKey.first(PaymentId.next(), Step.COLLECTION);

        reception.take("domestic", new Genuine(strange, "e1", "BOOKED"));

        assertThat(engine.hints()).isEmpty();
        assertThat(calls.of(strange.payment())).isEmpty();
    }
}
