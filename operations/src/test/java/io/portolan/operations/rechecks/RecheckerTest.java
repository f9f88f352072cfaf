package io.portolan.operations.rechecks;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.InMemoryAlerts;
import io.portolan.domain.operations.InMemoryRechecks;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.operations.ScriptedPaymentWorkflows;
import io.portolan.operations.SteppingClock;
import io.portolan.operations.dispatch.PaymentWaker;
import io.portolan.operations.returns.PayoutReturns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecheckerTest {
    private static final Reason NO_FUNDS = Reason.of("insufficient_funds", "no money");

    private final SteppingClock clock = new SteppingClock();
    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();
    private final Payment rejected = rejected();
    private final Payment paid = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.PAYOUT);
    private final InMemoryPayments payments = InMemoryPayments.of(rejected, paid);
    private final InMemoryRechecks rechecks = new InMemoryRechecks(payments);
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final Map<InstructionKey, InquiryResult> answers = new HashMap<>();
    private final List<PayoutReturn> returns = new ArrayList<>();
    private final List<InstructionKey> asked = new ArrayList<>();
    private final List<Instant> askedAt = new ArrayList<>();
    private final Rechecker rechecker = rechecker();

    @Test
    void asksAboutARejectionAgainMoreAndMoreSlowlyAndThenNoMore() {
        answers.put(keyOf(rejected, MovementKind.COLLECTION), new InquiryResult.Rejected(NO_FUNDS));

        for (int round = 0; round < 24 * 20; round++) {
            rechecker.run();
            clock.pass(Duration.ofHours(1));
        }

        assertThat(askedAt.stream()
                        .map(at -> Duration.between(SamplePayments.NOON, at).toHours()))
                .containsExactly(1L, 6L, 24L, 48L, 96L, 192L);
        assertThat(payments.breaks().listOpen()).isEmpty();
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        answers.put(keyOf(rejected, MovementKind.COLLECTION), new InquiryResult.Rejected(NO_FUNDS));
        clock.pass(Duration.ofHours(1));
        rechecker.run();
        clock.pass(Duration.ofHours(5));

        rechecker().run();

        assertThat(asked).hasSize(2);
    }

    @Test
    void aRejectionThatWasExecutedAfterAllIsABreakAndReopensThePayment() {
        InstructionKey collection = keyOf(rejected, MovementKind.COLLECTION);
        answers.put(collection, ScriptedOrders.booked());
        clock.pass(Duration.ofHours(1));

        rechecker.run();

        assertThat(payments.breaks().of(rejected.id()))
                .extracting(Break::type)
                .containsExactly(BreakType.BOOKED_AFTER_REJECTED);
        assertThat(payments.get(rejected.id()).instruction(collection).isBooked())
                .isTrue();
        assertThat(workflows.woken()).containsExactly(rejected.id());
    }

    @Test
    void asksAtOnceAboutAPayoutWhoseBankCalledAndLooksForItsReturns() {
        InstructionKey payout = keyOf(paid, MovementKind.PAYOUT);
        answers.put(payout, ScriptedOrders.booked());
        returns.add(
                new PayoutReturn("R1", paid.destination(), Reason.of("ac04", "account closed"), SamplePayments.NOON));
        rechecks.addCallback(payout, clock.instant());

        rechecker.run();
        rechecker.run();

        assertThat(asked).containsExactly(payout);
        assertThat(payments.get(paid.id()).instruction(payout).isReturnedAs("R1"))
                .isTrue();
        assertThat(workflows.woken()).containsExactly(paid.id());
    }

    @Test
    void aPaymentThatHasEndedIsNotWokenForASettlement() {
        InstructionKey payout = keyOf(paid, MovementKind.PAYOUT);
        answers.put(payout, new InquiryResult.Booked("ref", SamplePayments.NOON, SamplePayments.NOON));
        rechecks.addCallback(payout, clock.instant());

        rechecker.run();

        assertThat(payments.eventTypes()).containsExactly("payout.settled");
        assertThat(payments.get(paid.id()).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(workflows.woken()).isEmpty();
    }

    @Test
    void asksALittleLaterAgainWhenThereIsNoAnswer() {
        InstructionKey payout = keyOf(paid, MovementKind.PAYOUT);
        answers.put(payout, new InquiryResult.Unknown("no answer"));
        rechecks.addCallback(payout, clock.instant());
        rechecker.run();
        rechecker.run();
        assertThat(asked).hasSize(1);

        answers.put(payout, ScriptedOrders.booked());
        clock.pass(Duration.ofMinutes(5));
        rechecker.run();
        clock.pass(Duration.ofDays(1));
        rechecker.run();

        assertThat(asked.stream().filter(payout::equals)).hasSize(2);
        assertThat(alerts.listOpen()).isEmpty();
    }

    @Test
    void leavesAnOpenInstructionToItsWorkflowAndAsksWhenItIsDecided() {
        Payment converted = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.TRADE);
        InstructionKey payout = keyOf(converted, MovementKind.PAYOUT);
        payments.add(PaymentChange.none(SamplePayments.begun(converted, payout)));
        rechecks.addCallback(payout, clock.instant());
        rechecker.run();
        assertThat(asked).isEmpty();

        answers.put(payout, ScriptedOrders.booked());
        payments.change(
                converted.id(),
                now -> Transitions.recordInquiry(now, payout, ScriptedOrders.booked(), clock.instant()));
        clock.pass(Duration.ofMinutes(5));
        rechecker.run();

        assertThat(asked).containsExactly(payout);
    }

    @Test
    void tellsOperationsOfWhatNobodyAnswersAndGivesUpInTheEnd() {
        InstructionKey payout = keyOf(paid, MovementKind.PAYOUT);
        rechecks.addCallback(payout, clock.instant());
        for (int hour = 0; hour < 24 * 10; hour++) {
            rechecker.run();
            clock.pass(Duration.ofHours(1));
        }

        assertThat(alerts.listOpen().stream()
                        .filter(alert -> alert.subject().equals(paid.id().value())))
                .extracting(Alert::detail)
                .containsExactlyInAnyOrder(
                        "How " + payout + " ended cannot be confirmed: nobody answers.",
                        "How " + payout + " ended could not be confirmed: it is asked about no more.");
        assertThat(rechecks.listDue(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void oneThatFailsKeepsTheOthersNotWaitingAndGoesBehindThem() {
        InstructionKey failing = keyOf(paid, MovementKind.COLLECTION);
        InstructionKey other = keyOf(paid, MovementKind.PAYOUT);
        answers.put(other, ScriptedOrders.booked());
        rechecks.addCallback(failing, clock.instant());
        clock.pass(Duration.ofSeconds(1));
        rechecks.addCallback(other, clock.instant());

        rechecker.run();

        assertThat(asked).containsExactly(failing, other);
        assertThat(rechecks.listDue(clock.instant(), 10)).isEmpty();
        assertThat(rechecks.listDue(clock.instant().plus(Duration.ofMinutes(5)), 10))
                .hasSize(1);
    }

    private Rechecker rechecker() {
        PaymentWaker waker = new PaymentWaker(workflows);
        InstructionInquiry inquiry = (_, instruction) -> {
            asked.add(instruction.key());
            askedAt.add(clock.instant());
            InquiryResult answer = answers.get(instruction.key());
            if (answer == null) {
                throw new IllegalStateException("no bank E is configured");
            }
            return answer;
        };
        Rechecker.Asking asking = new Rechecker.Asking(
                inquiry, new PayoutReturns((_, _) -> List.copyOf(returns), payments, waker, clock), waker);
        return new Rechecker(rechecks, payments, asking, alerts, clock);
    }

    private static InstructionKey keyOf(Payment payment, MovementKind kind) {
        return SamplePayments.keyOf(payment, kind);
    }

    /** A payment whose collection was rejected at noon, so that it has failed. */
    private static Payment rejected() {
        Payment accepted = SamplePayments.cnyToUsd();
        InstructionKey key = keyOf(accepted, MovementKind.COLLECTION);
        Payment failed = Transitions.recordInquiry(
                        SamplePayments.begun(accepted, key),
                        key,
                        new InquiryResult.Rejected(NO_FUNDS),
                        SamplePayments.NOON)
                .payment();
        return Transitions.conclude(failed, Fact.FAILED, NO_FUNDS, SamplePayments.NOON)
                .payment();
    }
}
