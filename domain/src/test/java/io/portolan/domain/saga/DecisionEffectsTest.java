package io.portolan.domain.saga;

import static io.portolan.domain.payment.SamplePayments.NOON;
import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.payment.SamplePayments.cnyToUsd;
import static io.portolan.domain.saga.DecidedCase.PROVABLE;
import static io.portolan.domain.saga.DecidedCase.decide;
import static io.portolan.domain.saga.DecidedCase.endingOf;
import static io.portolan.domain.saga.DecidedCase.follow;
import static io.portolan.domain.saga.DecidedCase.header;
import static io.portolan.domain.saga.DecidedCase.parkedPayout;
import static io.portolan.domain.saga.DecidedCase.repairable;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.PaymentCase;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import org.junit.jupiter.api.Test;

class DecisionEffectsTest {
    @Test
    void paysTheCorrectedPayeeInAPlanOfItsOwn() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        story.begin(payout).reject(payout, "ac01");
        follow(story);

        decide(story, header -> new Decision.CorrectPayee(header, SamplePayments.payee("0009999999")), null);

        assertThat(Progress.of(story.payment(), NOON)).isInstanceOfSatisfying(NextAction.Begin.class, begin -> {
            assertThat(begin.key().plan()).isEqualTo(2);
            assertThat(((Terms.Payout) begin.movement().terms()).payee()).isEqualTo(SamplePayments.payee("0009999999"));
        });
    }

    @Test
    void correctsNoPayeeThatNobodyAskedFor() {
        PaymentCase story = parkedPayout();

        Ending ending =
                decide(story, header -> new Decision.CorrectPayee(header, SamplePayments.payee("0009999999")), null);

        assertThat(ending.detail()).isEqualTo("the payment does not wait for a corrected payee");
        assertThat(story.payment().order().payee()).isEqualTo(SamplePayments.payee("000123456789"));
    }

    @Test
    void unwindsNothingWhoseOutcomeIsUnknown() {
        PaymentCase story = parkedPayout();

        assertThat(decide(story, header -> new Decision.Unwind(header, 1), null).detail())
                .startsWith("an outcome is not known");
    }

    @Test
    void runsTheUnwindThatWasShownAndNoOther() {
        PaymentCase story = repairable();
        Plan shown = Unwinds.unwind(story.payment(), "7.19");
        story.change(payment -> Transitions.propose(payment, shown, NOON));

        assertThat(decide(story, header -> new Decision.Unwind(header, 3), null).detail())
                .isEqualTo("there is no proposed plan 3");
        assertThat(decide(story, header -> new Decision.Unwind(header, 2), null).status())
                .isEqualTo(DecisionStatus.APPLIED);
        assertThat(story.payment().currentPlan())
                .hasValueSatisfying(plan -> assertThat(plan.movements()).isEqualTo(shown.movements()));
    }

    @Test
    void refusesAnUnwindWhoseRateHasLapsed() {
        PaymentCase story = repairable();
        story.change(payment -> Transitions.propose(payment, Unwinds.unwind(payment, "7.19"), NOON));

        story.at(NOON.plusSeconds(900));

        assertThat(decide(story, header -> new Decision.Unwind(header, 2), null).detail())
                .isEqualTo("the plan's rate has lapsed: price it again");
    }

    @Test
    void refusesAnUnwindThatWasPricedBeforeMoreBecameKnown() {
        PaymentCase story = repairable();
        story.change(payment -> Transitions.propose(payment, Unwinds.unwind(payment, "7.19"), NOON));
        Plan first = Unwinds.unwind(story.payment(), "7.18");
        story.change(payment -> Transitions.adopt(payment, first, NOON));
        InstructionKey reversal = story.key(MovementKind.REVERSAL);
        InstructionKey back = story.key(MovementKind.TOP_UP_RETURN);
        story.begin(reversal).book(reversal).begin(back).reject(back, "some_reason");
        follow(story);

        assertThat(decide(story, header -> new Decision.Unwind(header, 2), null).detail())
                .isEqualTo("the payment has moved on since plan 2 was priced: price it again");
    }

    @Test
    void neverUnwindsACompletedPaymentWhoseRefundIsStuck() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.PAYOUT));
        Unwinds.refundAsked(story, 100_000);
        InstructionKey refund = story.key(MovementKind.REFUND);
        story.begin(refund).reject(refund, "account_closed");
        follow(story);

        assertThat(decide(story, header -> new Decision.Unwind(header, 2), null).detail())
                .startsWith("the seller has been paid");
    }

    @Test
    void cancelsUntilThePayoutIsInstructed() {
        PaymentCase before = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        PaymentCase after = parkedPayout();

        assertThat(decide(before, Decision.Cancel::new, null).status()).isEqualTo(DecisionStatus.APPLIED);
        assertThat(decide(after, Decision.Cancel::new, null).detail())
                .isEqualTo("it is too late to cancel this payment");
        assertThat(Progress.of(before.payment(), NOON))
                .isEqualTo(new NextAction.MakePlan(Purpose.UNWIND, Progress.CANCELLED));
    }

    @Test
    void instructsNothingWhileItIsHeld() {
        PaymentCase story = repairable();
        decide(story, Decision.Hold::new, null);

        assertThat(decide(story, Decision.Hold::new, null).detail()).isEqualTo("the payment is held already");
        assertThat(decide(story, Decision.Retry::new, null).detail())
                .isEqualTo("the payment is held: release it first");
        assertThat(Progress.of(story.payment(), NOON)).isEqualTo(new NextAction.Await(null));
        assertThat(decide(story, Decision.Release::new, null).status()).isEqualTo(DecisionStatus.APPLIED);
        assertThat(decide(story, Decision.Release::new, null).detail()).isEqualTo("the payment is not held");
    }

    @Test
    void asksAgainAboutWhatIsOpenAndTriesAgainWhatIsRejected() {
        PaymentCase open = parkedPayout();
        PaymentCase rejected = repairable();

        decide(open, Decision.Retry::new, null);
        decide(rejected, Decision.Retry::new, null);

        assertThat(Progress.of(open.payment(), NOON)).isEqualTo(new NextAction.Inquire(open.key(MovementKind.PAYOUT)));
        assertThat(rejected.payment().openInstruction())
                .hasValueSatisfying(next -> assertThat(next.key())
                        .isEqualTo(rejected.key(MovementKind.PAYOUT).next()));
    }

    @Test
    void endsTheWaitOfATradeWhoseRateHasLapsed() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TOP_UP));
        InstructionKey trade = story.key(MovementKind.TRADE);
        story.begin(trade).reject(trade, "insufficient_funds").at(NOON.plusSeconds(1_000));
        follow(story);

        decide(story, Decision.Retry::new, null);

        assertThat(Progress.of(story.payment(), story.now()))
                .isInstanceOfSatisfying(
                        NextAction.MakePlan.class,
                        plan -> assertThat(plan.purpose()).isEqualTo(Purpose.FORWARD));
    }

    @Test
    void carriesOutOnlyWhatIsApproved() {
        PaymentCase story = repairable();
        RecordedDecision proposed = new RecordedDecision(
                new Decision.Retry(header(story.payment(), story.now())),
                DecisionStatus.PROPOSED,
                PROVABLE,
                null,
                null);

        story.change(payment -> DecisionEffects.apply(payment, proposed, null, NOON));

        assertThat(endingOf(story).detail()).isEqualTo("it is not approved");
    }

    @Test
    void decidesNothingAboutAPaymentThatHasEnded() {
        PaymentCase completed = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.PAYOUT));

        assertThat(completed.payment().stage()).isEqualTo(Stage.COMPLETED);
        assertThat(decide(completed, Decision.Hold::new, null).detail()).isEqualTo("the payment is not in progress");
    }
}
