package io.portolan.operations.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettlementPollerTest {
    private final List<InstructionKey> checked = new ArrayList<>();

    @Test
    void checksWhatIsBookedAndNotSettled() {
        Payment booked = booked();

        poller(booked, SamplePayments.cnyToUsd()).run();

        assertThat(checked).containsExactly(InstructionKey.first(booked.id(), Step.COLLECTION));
    }

    @Test
    void goesThroughThePagesAndBeginsAgainBehindTheLast() {
        Payment[] many =
                Stream.generate(SettlementPollerTest::booked).limit(250).toArray(Payment[]::new);
        SettlementPoller poller = poller(many);

        poller.run();
        assertThat(checked).hasSize(200);

        poller.run();
        assertThat(checkedPayments())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(many).map(Payment::id).toList());

        poller.run();
        assertThat(checked).hasSize(450);
    }

    @Test
    void aPaymentThatCannotBeCheckedKeepsNobodyWaiting() {
        Payment failing = booked();
        Payment other = booked();
        SettlementPoller poller = new SettlementPoller(InMemoryPayments.of(failing, other), (payment, instruction) -> {
            if (payment.id().equals(failing.id())) {
                throw new IllegalStateException("no bank E that collects is configured");
            }
            checked.add(instruction.key());
        });

        poller.run();

        assertThat(checkedPayments()).containsExactly(other.id());
    }

    private SettlementPoller poller(Payment... payments) {
        return new SettlementPoller(InMemoryPayments.of(payments), (_, instruction) -> checked.add(instruction.key()));
    }

    private List<PaymentId> checkedPayments() {
        return checked.stream().map(InstructionKey::payment).toList();
    }

    private static Payment booked() {
        Payment begun = Transitions.begin(SamplePayments.cnyToUsd(), Step.COLLECTION, SamplePayments.NOON)
                .payment();
        return Transitions.recordInquiry(
                        begun,
                        begun.latest(Step.COLLECTION).orElseThrow().key(),
                        new InquiryResult.Booked("ref", SamplePayments.NOON, null),
                        SamplePayments.NOON)
                .payment();
    }
}
