package io.portolan.activities.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.workflows.payment.PaymentActivities;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingAnswerTest {
    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();

    @BeforeEach
    void register() {
        temporal.registerActivitiesImplementations(bench.driver);
    }

    @AfterEach
    void close() {
        temporal.close();
    }

    @Test
    void whatIsStillPendingIsAskedOnceAndFailsBenignly() {
        InstructionKey key = bench.begin();
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"));

        assertThatThrownBy(() -> await(key)).cause().isInstanceOfSatisfying(ApplicationFailure.class, pending -> {
            assertThat(pending.getType()).isEqualTo("StillPending");
            assertThat(pending.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
        });
        assertThat(bench.orders.exchanges()).containsExactly("inquire collection/1");
    }

    @Test
    void anAnswerEndsTheWaitAndIsRecorded() {
        InstructionKey key = bench.begin();
        bench.orders.finds(MovementKind.COLLECTION, new InquiryResult.Rejected(Reason.of("account_closed", "closed")));

        await(key);

        assertThat(bench.latest(MovementKind.COLLECTION).isRejected()).isTrue();
    }

    @Test
    void whatIsDecidedOrNotBegunNeedsNoWaiting() {
        InstructionKey key = bench.key(MovementKind.COLLECTION);
        await(key);
        bench.record(bench.begin(), ScriptedOrders.booked());

        await(key);

        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aParkedPaymentWasWaitedForBefore() {
        InstructionKey key = bench.begin();
        Reason unknown = Reason.of("outcome_unknown", "no answer");
        Parking.Cause cause = new Parking.Cause(Parking.Kind.OUTCOME, MovementKind.COLLECTION, unknown, null);
        bench.change(payment -> Transitions.park(payment, cause, bench.time()));

        await(key);

        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aWaitThatWouldOutlastTheWindowIsCutForALastCall() {
        Duration wait = Duration.ofMinutes(15);

        assertThat(PendingAnswer.delay(wait, Duration.ofHours(1))).isEqualTo(wait);
        assertThat(PendingAnswer.delay(wait, Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(18));
        assertThat(PendingAnswer.delay(wait, Duration.ofSeconds(2))).isEqualTo(wait);
    }

    private void await(InstructionKey key) {
        temporal.newActivityStub(PaymentActivities.class).awaitAnswer(bench.id(), key.value());
    }
}
