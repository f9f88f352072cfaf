package io.portolan.activities.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.activities.Workbench;
import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.Waited;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondStageTest {
    private final Workbench bench = new Workbench();
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
    void whatIsStillOpenIsAskedOnceAndFailsBenignly() {
        bench.begun(Step.COLLECTION);
        bench.orders.alwaysFinds(Step.COLLECTION, new Finding.Pending("B42"));

        assertThatThrownBy(this::waiting)
                .cause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        open -> assertThat(open.getType()).isEqualTo("StillOpen"));
        assertThat(bench.orders.exchanges()).containsExactly("inquire collection/1");
    }

    @Test
    void anAnswerEndsTheWaitAndIsRecorded() {
        bench.begun(Step.COLLECTION);
        bench.orders.finds(Step.COLLECTION, new Finding.Refused(Reason.of("ACCOUNT_CLOSED", "closed")));

        assertThat(waiting()).isEqualTo(Waited.ANSWERED);
        assertThat(bench.latest(Step.COLLECTION).isRejected()).isTrue();
    }

    @Test
    void whatIsDecidedOrNotBegunNeedsNoWaiting() {
        assertThat(waiting()).isEqualTo(Waited.ANSWERED);
        bench.booked(Step.COLLECTION);

        assertThat(waiting()).isEqualTo(Waited.ANSWERED);
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aParkedPaymentWasWaitedForBefore() {
        bench.begun(Step.COLLECTION);
        Reason unknown = Reason.of("outcome_unknown", "no answer");
        bench.payments.change(
                bench.accepted.id(),
                payment -> Transitions.parked(payment, Step.COLLECTION, unknown, null, bench.time()));

        assertThat(waiting()).isEqualTo(Waited.IN_VAIN);
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void theFirstPausesDoubleAndLastForTheAttention() {
        List<Duration> pauses = Pacing.standard().pauses();

        assertThat(pauses).extracting(Duration::toMillis).containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 1700L);
    }

    @Test
    void theLaterWaitsGrowToAQuarterOfAnHour() {
        Pacing pacing = Pacing.standard();

        assertThat(List.of(pacing.waitAfter(1), pacing.waitAfter(2), pacing.waitAfter(3)))
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));
        assertThat(List.of(pacing.waitAfter(4), pacing.waitAfter(300))).containsOnly(Duration.ofMinutes(15));
    }

    @Test
    void aWaitThatWouldOutlastTheWindowIsCutForALastCall() {
        Duration wait = Duration.ofMinutes(15);

        assertThat(SecondStage.delay(wait, Duration.ofHours(1))).isEqualTo(wait);
        assertThat(SecondStage.delay(wait, Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(18));
        assertThat(SecondStage.delay(wait, Duration.ofSeconds(2))).isEqualTo(wait);
    }

    @Test
    void aPacingThatNeverEndsOrNeverWaitsIsRefused() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new Pacing(Duration.ZERO, second, List.of(second)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pacing(second, second, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pacing(second, second, List.of(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Waited waiting() {
        return engine.newActivityStub(CollectionActivities.class).awaitCollection(bench.id());
    }
}
