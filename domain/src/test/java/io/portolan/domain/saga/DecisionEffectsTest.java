package io.portolan.domain.saga;

import static io.portolan.domain.payment.SamplePayments.LIMITS;
import static io.portolan.domain.payment.SamplePayments.NOON;
import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.payment.SamplePayments.cnyToUsd;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentCase;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionEffectsTest {
    /** When a copy of an instruction that began at noon can take effect no longer. */
    private static final Instant PROVABLE = NOON.plus(LIMITS.sending()).plus(LIMITS.honouring());

    static List<InquiryResult> answersAgainstEvidence() {
        return List.of(new InquiryResult.Booked("R-1", NOON, null), new InquiryResult.Unknown("a timeout"));
    }

    @Test
    void resolvesOnlyWhatWasExamined() {
        PaymentCase story = parkedPayout();
        InstructionKey other = story.key(MovementKind.TRADE);

        Ending ending =
                decide(story, header -> new Decision.ResolveExecuted(header, other, story.letter(other, 1)), null);

        assertThat(ending.status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(ending.detail()).contains("waits for " + story.key(MovementKind.PAYOUT));
        assertThat(story.payment().instruction(story.key(MovementKind.PAYOUT)).isDecided())
                .isFalse();
    }

    @Test
    void refusesWhatWasDecidedAboutAnEarlierVersion() {
        PaymentCase story = parkedPayout();
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        DecisionHeader seen = header(story.payment(), story.now());
        story.change(payment -> Transitions.askAgain(payment, payout, LIMITS.payingOut(), NOON))
                .park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);

        Ending ending = carryOut(
                story, new Decision.ResolveNotExecuted(seen, payout, story.letter(payout, 99_450)), notFound());

        assertThat(ending.detail()).contains("moved on since it was looked at");
        assertThat(ending.after()).isEqualTo(ending.before());
    }

    @Test
    void believesThatNothingWasExecutedOnlyWhenNoCopyCanTakeEffect() {
        PaymentCase early = parkedPayout().at(PROVABLE.minusMillis(1));
        PaymentCase late = parkedPayout().at(PROVABLE);

        assertThat(notExecuted(early, notFound()).detail())
                .isEqualTo("a copy of the instruction could still take effect until " + PROVABLE);
        assertThat(notExecuted(late, notFound()).status()).isEqualTo(DecisionStatus.APPLIED);
        assertThat(late.payment().instruction(late.key(MovementKind.PAYOUT)).isRejected())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("answersAgainstEvidence")
    void letsTheBanksWordOutweighEvidence(InquiryResult fresh) {
        PaymentCase story = parkedPayout().at(PROVABLE);

        assertThat(notExecuted(story, fresh).status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(story.payment().instruction(story.key(MovementKind.PAYOUT)).isDecided())
                .isFalse();
    }

    @Test
    void believesEvidenceAboutWhatABankCallsPendingForEver() {
        PaymentCase story = parkedPayout().at(PROVABLE);

        assertThat(notExecuted(story, new InquiryResult.Pending("R-1")).status())
                .isEqualTo(DecisionStatus.APPLIED);
    }

    @Test
    void wantsAnInquiryMadeAfterTheFence() {
        assertThat(notExecuted(parkedPayout().at(PROVABLE), null).detail()).isEqualTo("the bank was not asked again");
    }

    @Test
    void takesNoPartOfATradeAsEvidence() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TOP_UP));
        InstructionKey trade = story.key(MovementKind.TRADE);
        story.begin(trade).park(Parking.Kind.OUTCOME, MovementKind.TRADE);

        Ending part =
                decide(story, header -> new Decision.ResolveExecuted(header, trade, story.letter(trade, 1)), null);

        assertThat(part.detail()).startsWith("a trade is executed whole");
    }

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

    private static PaymentCase parkedPayout() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        return story.begin(story.key(MovementKind.PAYOUT)).park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);
    }

    private static PaymentCase repairable() {
        PaymentCase story = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        story.begin(payout).reject(payout, "ac01");
        return follow(story);
    }

    /** Parks the payment as the saga wants it parked. */
    private static PaymentCase follow(PaymentCase story) {
        NextAction.Park park = (NextAction.Park) Progress.of(story.payment(), story.now());
        return story.change(payment -> Transitions.park(payment, park.cause(), story.now()));
    }

    private static Ending notExecuted(PaymentCase story, @Nullable InquiryResult fresh) {
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        return decide(
                story, header -> new Decision.ResolveNotExecuted(header, payout, story.letter(payout, 99_450)), fresh);
    }

    private static Ending decide(
            PaymentCase story, Function<DecisionHeader, Decision> decision, @Nullable InquiryResult fresh) {
        return carryOut(story, decision.apply(header(story.payment(), story.now())), fresh);
    }

    private static Ending carryOut(PaymentCase story, Decision decision, @Nullable InquiryResult fresh) {
        RecordedDecision approved = new RecordedDecision(decision, DecisionStatus.APPROVED, PROVABLE, null, null);
        story.change(payment -> DecisionEffects.apply(payment, approved, fresh, story.now()));
        return endingOf(story);
    }

    private static Ending endingOf(PaymentCase story) {
        return Objects.requireNonNull(story.last().decision()).ending();
    }

    private static DecisionHeader header(Payment payment, Instant at) {
        return new DecisionHeader(DecisionHeader.nextId(), payment.id(), "kim", "because", payment.version(), at);
    }

    private static InquiryResult notFound() {
        return new InquiryResult.NotFound();
    }
}
