package io.portolan.activities.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.WaitResult;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StillPendingTest {
    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private final TestActivityEnvironment engine = TestActivityEnvironment.newInstance();

    @BeforeEach
    void register() {
        engine.registerActivitiesImplementations(bench.collection);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatIsStillPendingIsAskedOnceAndFailsBenignly() {
        bench.begun(Step.COLLECTION);
        bench.orders.alwaysFinds(Step.COLLECTION, new InquiryResult.Pending("B42"));

        assertThatThrownBy(this::waiting)
                .cause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        open -> assertThat(open.getType()).isEqualTo("StillPending"));
        assertThat(bench.orders.exchanges()).containsExactly("inquire collection/1");
    }

    @Test
    void anAnswerEndsTheWaitAndIsRecorded() {
        bench.begun(Step.COLLECTION);
        bench.orders.finds(Step.COLLECTION, new InquiryResult.Rejected(Reason.of("ACCOUNT_CLOSED", "closed")));

        assertThat(waiting()).isEqualTo(WaitResult.ANSWERED);
        assertThat(bench.latest(Step.COLLECTION).isRejected()).isTrue();
    }

    @Test
    void whatIsDecidedOrNotBegunNeedsNoWaiting() {
        assertThat(waiting()).isEqualTo(WaitResult.ANSWERED);
        bench.booked(Step.COLLECTION);

        assertThat(waiting()).isEqualTo(WaitResult.ANSWERED);
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aParkedPaymentWasWaitedForBefore() {
        bench.begun(Step.COLLECTION);
        Reason unknown = Reason.of("outcome_unknown", "no answer");
        bench.payments.change(
                bench.payment.id(), payment -> Transitions.park(payment, Step.COLLECTION, unknown, null, bench.time()));

        assertThat(waiting()).isEqualTo(WaitResult.TIMED_OUT);
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void theFirstPausesDoubleAndLastForTheAttention() {
        List<Duration> pauses = PollingSchedule.standard().pauses();

        assertThat(pauses).extracting(Duration::toMillis).containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 1700L);
    }

    @Test
    void theLaterWaitsGrowToAQuarterOfAnHour() {
        PollingSchedule pacing = PollingSchedule.standard();

        assertThat(List.of(pacing.waitAfter(1), pacing.waitAfter(2), pacing.waitAfter(3)))
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));
        assertThat(List.of(pacing.waitAfter(4), pacing.waitAfter(300))).containsOnly(Duration.ofMinutes(15));
    }

    @Test
    void aWaitThatWouldOutlastTheWindowIsCutForALastCall() {
        Duration wait = Duration.ofMinutes(15);

        assertThat(StillPending.delay(wait, Duration.ofHours(1))).isEqualTo(wait);
        assertThat(StillPending.delay(wait, Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(18));
        assertThat(StillPending.delay(wait, Duration.ofSeconds(2))).isEqualTo(wait);
    }

    @Test
    void aScheduleThatNeverEndsOrNeverWaitsIsRejected() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new PollingSchedule(Duration.ZERO, second, List.of(second)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PollingSchedule(second, second, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PollingSchedule(second, second, List.of(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private WaitResult waiting() {
        return engine.newActivityStub(CollectionActivities.class).awaitCollection(bench.id());
    }
}
