package io.portolan.operations.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.MovementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettlementPollerTest {
    private final List<InstructionKey> checked = new ArrayList<>();

    @Test
    void checksWhatIsBookedAndNotSettled() {
        Payment booked = bookedUpTo(MovementKind.COLLECTION);

        poller(booked, SamplePayments.cnyToUsd()).run();

        assertThat(checked).containsExactly(SamplePayments.keyOf(booked, MovementKind.COLLECTION));
    }

    @Test
    void goesThroughThePagesAndBeginsAgainBehindTheLast() {
        Payment[] many = Stream.generate(() -> bookedUpTo(MovementKind.COLLECTION))
                .limit(250)
                .toArray(Payment[]::new);
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
        Payment failing = bookedUpTo(MovementKind.COLLECTION);
        Payment other = bookedUpTo(MovementKind.COLLECTION);

        failingFor(key -> key.payment().equals(failing.id()), failing, other).run();

        assertThat(checkedPayments()).containsExactly(other.id());
    }

    @Test
    void anInstructionThatCannotBeCheckedKeepsThoseBehindItNotWaiting() {
        Payment payment = bookedUpTo(MovementKind.PAYOUT);
        InstructionKey failing = SamplePayments.keyOf(payment, MovementKind.COLLECTION);

        failingFor(failing::equals, payment).run();

        assertThat(checked)
                .containsExactly(
                        SamplePayments.keyOf(payment, MovementKind.TOP_UP),
                        SamplePayments.keyOf(payment, MovementKind.TRADE),
                        SamplePayments.keyOf(payment, MovementKind.PAYOUT));
    }

    private SettlementPoller poller(Payment... payments) {
        return failingFor(_ -> false, payments);
    }

    private SettlementPoller failingFor(Predicate<InstructionKey> failing, Payment... payments) {
        return new SettlementPoller(InMemoryPayments.of(payments), (_, instruction) -> {
            if (failing.test(instruction.key())) {
                throw new IllegalStateException("no bank E that collects is configured");
            }
            checked.add(instruction.key());
        });
    }

    private List<PaymentId> checkedPayments() {
        return checked.stream().map(InstructionKey::payment).toList();
    }

    private static Payment bookedUpTo(MovementKind last) {
        return SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), last);
    }
}
