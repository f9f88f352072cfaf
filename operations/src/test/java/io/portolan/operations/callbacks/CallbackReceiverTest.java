package io.portolan.operations.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.CallbackVerification.Genuine;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.operations.InMemoryRechecks;
import io.portolan.domain.operations.Recheck;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.MovementKind;
import io.portolan.operations.ScriptedPaymentWorkflows;
import io.portolan.operations.SteppingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackReceiverTest {
    private final Payment payment = collecting();
    private final Payment paid = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.PAYOUT);
    private final InMemoryPayments payments = InMemoryPayments.of(payment, paid);
    private final InstructionKey key = SamplePayments.keyOf(payment, MovementKind.COLLECTION);
    private final InMemoryBankCalls calls = new InMemoryBankCalls();
    private final InMemoryRechecks rechecks = new InMemoryRechecks(payments);
    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();
    private final CallbackReceiver receiver =
            new CallbackReceiver(payments, calls, workflows, rechecks, new SteppingClock());

    @Test
    void recordsACallbackAndPassesItOn() {
        receiver.receive("B", new Genuine(key, "e1", "BOOKED"));

        assertThat(workflows.hints()).containsExactly(key);
        assertThat(calls.of(payment.id())).extracting(BankCall::outcome).containsExactly("BOOKED");
    }

    @Test
    void passesADuplicateOnOnce() {
        receiver.receive("B", new Genuine(key, "e1", "BOOKED"));
        receiver.receive("B", new Genuine(key, "e1", "BOOKED"));
        receiver.receive("B", new Genuine(key, "e1", "BOOKED"));

        assertThat(workflows.hints()).hasSize(1);
        assertThat(calls.of(payment.id())).hasSize(1);
    }

    @Test
    void tellsTheSameEventIdOfTwoSendersApart() {
        receiver.receive("B", new Genuine(keyOf(MovementKind.COLLECTION), "e1", "BOOKED"));
        receiver.receive("D", new Genuine(keyOf(MovementKind.PAYOUT), "e1", "ACSC"));

        assertThat(calls.of(paid.id())).hasSize(2);
    }

    @Test
    void recordsACallbackWhileTemporalIsUnavailable() {
        workflows.becomeUnavailable();

        receiver.receive("B", new Genuine(key, "e1", "BOOKED"));

        assertThat(calls.of(payment.id())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"COLLECTION, B", "TOP_UP, B", "TRADE, dealer", "PAYOUT, D"})
    void takesTheWordOfTheInstructionsOwnCounterparty(MovementKind kind, String sender) {
        receiver.receive(sender, new Genuine(keyOf(kind), "e1", "BOOKED"));

        assertThat(calls.of(paid.id())).hasSize(1);
        assertThat(receiver.dropped()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"COLLECTION, D", "TOP_UP, D", "TRADE, D", "TRADE, dealer-2", "PAYOUT, B", "PAYOUT, dealer"})
    void dropsWhatAnotherSenderSays(MovementKind kind, String sender) {
        receiver.receive(sender, new Genuine(keyOf(kind), "e1", "RJCT"));

        assertThat(calls.of(paid.id())).isEmpty();
        assertThat(rechecks.listDue(SamplePayments.NOON, 10)).isEmpty();
        assertThat(receiver.dropped()).isEqualTo(1);
    }

    @Test
    void dropsACallbackAboutWhatWeDoNotKnow() {
        receiver.receive("B", new Genuine(new InstructionKey(PaymentId.next(), 1, 1, 1), "e1", "BOOKED"));
        receiver.receive("B", new Genuine(key.next(), "e2", "BOOKED"));
        receiver.receive("B", new Genuine(new InstructionKey(payment.id(), 9, 9, 9), "e3", "BOOKED"));

        assertThat(workflows.hints()).isEmpty();
        assertThat(calls.of(payment.id())).isEmpty();
        assertThat(receiver.dropped()).isEqualTo(3);
    }

    @Test
    void hasADecidedInstructionAskedAboutAtOnce() {
        receiver.receive("D", new Genuine(keyOf(MovementKind.PAYOUT), "e1", "RTND"));
        receiver.receive("D", new Genuine(keyOf(MovementKind.PAYOUT), "e2", "RTND"));

        assertThat(rechecks.listDue(SamplePayments.NOON, 10))
                .containsExactly(
                        Recheck.first(keyOf(MovementKind.PAYOUT), Recheck.Cause.CALLBACK, SamplePayments.NOON));
        assertThat(workflows.hints()).isEmpty();
    }

    private static Payment collecting() {
        Payment accepted = SamplePayments.cnyToUsd();
        return SamplePayments.begun(accepted, SamplePayments.keyOf(accepted, MovementKind.COLLECTION));
    }

    private InstructionKey keyOf(MovementKind kind) {
        return SamplePayments.keyOf(paid, kind);
    }
}
