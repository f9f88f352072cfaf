package io.portolan.domain.saga;

import static io.portolan.domain.payment.SamplePayments.LIMITS;
import static io.portolan.domain.payment.SamplePayments.NOON;
import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.payment.SamplePayments.cnyToUsd;
import static io.portolan.domain.saga.DecidedCase.PROVABLE;
import static io.portolan.domain.saga.DecidedCase.carryOut;
import static io.portolan.domain.saga.DecidedCase.decide;
import static io.portolan.domain.saga.DecidedCase.header;
import static io.portolan.domain.saga.DecidedCase.parkedPayout;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.PaymentCase;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What evidence can decide, and when it is believed. */
class EvidenceTest {
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

    private static Ending notExecuted(PaymentCase story, @Nullable InquiryResult fresh) {
        InstructionKey payout = story.key(MovementKind.PAYOUT);
        return decide(
                story, header -> new Decision.ResolveNotExecuted(header, payout, story.letter(payout, 99_450)), fresh);
    }

    private static InquiryResult notFound() {
        return new InquiryResult.NotFound();
    }
}
