package io.portolan.domain.saga;

import static io.portolan.domain.payment.SamplePayments.LIMITS;
import static io.portolan.domain.payment.SamplePayments.NOON;
import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.payment.SamplePayments.cnyToUsd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Fact;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentCase;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Purpose;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    private static final Instant LAPSED = NOON.plusSeconds(900);

    @Test
    void noticesALapsedRateBeforeItCollects() {
        assertThat(next(PaymentCase.of(cnyToUsd()).at(LAPSED)))
                .isInstanceOfSatisfying(
                        NextAction.MakePlan.class,
                        plan -> assertThat(plan.reason().code()).isEqualTo("quote_expired"));
    }

    @Test
    void noticesALapsedRateBeforeItTopsUpAgain() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.COLLECTION));
        InstructionKey topUp = story.key(MovementKind.TOP_UP);
        story.begin(topUp).reject(topUp, "insufficient_funds");
        follow(story).at(LAPSED);

        assertThat(next(story))
                .isInstanceOfSatisfying(
                        NextAction.MakePlan.class,
                        plan -> assertThat(plan.purpose()).isEqualTo(Purpose.FORWARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_funds", "ag01", "limit_exceeded"})
    void waitsForWhatIsOursToMend(String code) {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.COLLECTION));
        InstructionKey topUp = story.key(MovementKind.TOP_UP);

        story.begin(topUp).reject(topUp, code);

        assertThat(next(story))
                .isInstanceOfSatisfying(
                        NextAction.Park.class,
                        park -> assertThat(park.cause().kind()).isEqualTo(Parking.Kind.SHORTAGE));
    }

    @Test
    void obeysACancellationThoughItWaits() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.COLLECTION));
        InstructionKey topUp = story.key(MovementKind.TOP_UP);
        story.begin(topUp).reject(topUp, "insufficient_funds");
        follow(story).at(NOON.plusSeconds(1));

        story.change(payment -> Transitions.requestCancel(payment, story.now()));

        assertThat(next(story)).isEqualTo(new NextAction.MakePlan(Purpose.UNWIND, Progress.CANCELLED));
    }

    @Test
    void withdrawsAPaymentThatWasPlannedAgainBeforeItsCollection() {
        PaymentCase story = PaymentCase.of(cnyToUsd());
        story.change(payment -> Transitions.adopt(payment, Unwinds.again(payment), NOON));
        story.change(payment -> Transitions.requestCancel(payment, NOON));

        story.change(payment -> Transitions.conclude(payment, Fact.CANCELLED, Progress.CANCELLED, NOON));

        assertThat(story.payment().stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void parksNoOutcomeThatIsKnownByNow() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.COLLECTION));

        story.park(Parking.Kind.OUTCOME, MovementKind.COLLECTION);

        assertThat(story.last().isNone()).isTrue();
        assertThat(next(story)).isInstanceOf(NextAction.Begin.class);
    }

    @Test
    void beginsNothingTwiceAndNothingBesideWhatIsOpen() {
        Payment accepted = cnyToUsd();
        PaymentCase story = PaymentCase.of(accepted);
        InstructionKey collection = story.key(MovementKind.COLLECTION);
        story.begin(collection);

        assertThatThrownBy(() -> story.begin(collection.next())).isInstanceOf(IllegalStateException.class);
        story.book(collection);
        assertThatThrownBy(() -> story.begin(collection)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refundsInTurnAndThenDealsWithWhatCameBack() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.PAYOUT));
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        Unwinds.refundAsked(Unwinds.refundAsked(story, 100_000), 50_000);
        story.returned(payout, 99_450);

        for (int plan = 2; plan <= 3; plan++) {
            InstructionKey refund = new InstructionKey(payout.payment(), plan, 1, 1);
            assertThat(next(story))
                    .isInstanceOfSatisfying(
                            NextAction.Begin.class,
                            begin -> assertThat(begin.key()).isEqualTo(refund));
            story.begin(refund).book(refund);
        }

        assertThat(next(story))
                .isInstanceOfSatisfying(
                        NextAction.MakePlan.class,
                        plan -> assertThat(plan.purpose()).isEqualTo(Purpose.UNWIND));
        assertThat(story.payment().isRefundable()).isFalse();
    }

    @Test
    void neverGivesBackWhatTheSellerHasThoughItIsAnotherAmount() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        story.begin(payout).park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);
        story.change(payment -> Transitions.recordExecuted(payment, payout, story.letter(payout, 90_000), NOON));

        story.change(payment -> Transitions.resume(payment, MovementKind.PAYOUT, NOON));

        assertThat(next(story))
                .isInstanceOfSatisfying(
                        NextAction.Park.class,
                        park -> assertThat(park.cause().kind()).isEqualTo(Parking.Kind.STUCK));
        assertThat(story.returned(payout, 90_000).payment().stage()).isEqualTo(Stage.PAYING_OUT);
    }

    @Test
    void endsARefundThatMovedAnotherAmount() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.PAYOUT));
        Unwinds.refundAsked(story, 100_000);
        InstructionKey refund = story.key(MovementKind.REFUND);
        story.begin(refund).park(Parking.Kind.OUTCOME, MovementKind.REFUND);
        story.change(payment -> Transitions.recordExecuted(payment, refund, story.letter(refund, 80_000), NOON));

        story.change(payment -> Transitions.resume(payment, MovementKind.REFUND, NOON));

        assertThat(next(story))
                .isInstanceOfSatisfying(
                        NextAction.Conclude.class, end -> assertThat(end.end()).isEqualTo(Fact.REFUNDED_IN_PART));
    }

    @Test
    void unwindsWhatNobodyRepairedAlsoWhenTheRateWasDeclinedOnce() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        story.begin(payout).reject(payout, "ac01");
        follow(story).at(NOON.plus(LIMITS.repair()));
        assertThat(next(story)).isInstanceOf(NextAction.MakePlan.class);
        Reason declined = new Reason("rate_unavailable", "no dealer offers a rate", Remedy.WAIT);
        Parking.Cause noRate = new Parking.Cause(
                Parking.Kind.SHORTAGE,
                MovementKind.REVERSAL,
                declined,
                story.now().plusSeconds(30));

        story.change(payment -> Transitions.park(payment, noRate, story.now()));
        story.at(story.now().plusSeconds(30));

        assertThat(next(story))
                .isInstanceOfSatisfying(
                        NextAction.MakePlan.class,
                        plan -> assertThat(plan.purpose()).isEqualTo(Purpose.UNWIND));
    }

    @Test
    void asksForARepairAtMostThreeTimes() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        for (int round = 1; round <= 3; round++) {
            story.begin(payout).reject(payout, "be04");
            assertThat(next(story)).isInstanceOf(NextAction.Park.class);
            payout = payout.next();
        }

        story.begin(payout).reject(payout, "be04");

        assertThat(next(story))
                .isInstanceOfSatisfying(
                        NextAction.MakePlan.class,
                        plan -> assertThat(plan.purpose()).isEqualTo(Purpose.UNWIND));
    }

    @Test
    void booksARefundAfterItsRejectionWithoutOverdrawingWhatIsOwed() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.COLLECTION));
        story.change(payment -> Transitions.adopt(payment, Unwinds.unwind(payment, null), NOON));
        InstructionKey refund = story.key(MovementKind.REFUND);
        story.begin(refund).reject(refund, "account_closed");
        assertThat(story.lastEntries()).containsExactly("unclaimed");

        story.book(refund);

        assertThat(story.lastEntries()).containsExactly("reclaimed", "booked");
        assertThat(story.payment().stage()).isEqualTo(Stage.RETURNED);
    }

    private static NextAction next(PaymentCase story) {
        return Progress.of(story.payment(), story.now());
    }

    /** Parks the payment as the saga wants it parked. */
    private static PaymentCase follow(PaymentCase story) {
        NextAction.Park park = (NextAction.Park) next(story);
        return story.change(payment -> Transitions.park(payment, park.cause(), story.now()));
    }
}
