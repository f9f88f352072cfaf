package io.portolan.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.money.Currency;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final Instant NOW = SamplePayments.NOON;
    private static final Reason UNKNOWN = Reason.of("outcome_unknown", "no answer");
    private static final Reason WRONG_ACCOUNT = new Reason("ac01", "wrong account number", Reason.Remedy.CORRECT_PAYEE);

    private Payment payment = SamplePayments.cnyToUsd();

    @Test
    void beginningAStepTwiceFixesOneKey() {
        apply(Transitions.begin(payment, Step.COLLECTION, NOW));

        PaymentChange again = Transitions.begin(payment, Step.COLLECTION, NOW);

        assertThat(again.isNone()).isTrue();
        assertThat(payment.state().instructions()).hasSize(1);
    }

    @Test
    void aBookingIsRecordedOnce() {
        book(Step.COLLECTION);

        PaymentChange again = foundBooked(Step.COLLECTION);

        assertThat(again.isNone()).isTrue();
        assertThat(again.payment()).isEqualTo(payment);
    }

    @Test
    void settlementThatIsLearntLaterIsRecordedOnceAndKeepsTheStage() {
        book(Step.COLLECTION);
        InquiryResult settled = new InquiryResult.Booked("ref", NOW, NOW.plusSeconds(9));

        PaymentChange learnt = found(Step.COLLECTION, settled);

        assertThat(learnt.entries()).extracting(entry -> entry.narrative()).containsExactly("collection settled");
        assertThat(Transitions.recordInquiry(learnt.payment(), key(Step.COLLECTION), settled, NOW)
                        .isNone())
                .isTrue();
    }

    @Test
    void aRejectionOfWhatWasBookedContradictsAndMovesNothingBack() {
        book(Step.COLLECTION);

        PaymentChange contradiction = found(Step.COLLECTION, new InquiryResult.Rejected(WRONG_ACCOUNT));

        assertThat(contradiction.events())
                .extracting(PaymentEvent::type)
                .containsExactly("payment.collection.contradicted");
        assertThat(contradiction.entries()).isEmpty();
        assertThat(contradiction.payment().isBooked(Step.COLLECTION)).isTrue();
    }

    @Test
    void whatIsPendingNotFoundOrUnknownChangesNothing() {
        apply(Transitions.begin(payment, Step.COLLECTION, NOW));

        assertThat(found(Step.COLLECTION, new InquiryResult.Pending("ref")).isNone())
                .isTrue();
        assertThat(found(Step.COLLECTION, new InquiryResult.NotFound()).isNone())
                .isTrue();
        assertThat(found(Step.COLLECTION, new InquiryResult.Unknown("gibberish"))
                        .isNone())
                .isTrue();
    }

    @Test
    void parkingMakesAnUndecidedInstructionUnknownAndABookingUnparks() {
        apply(Transitions.begin(payment, Step.COLLECTION, NOW));
        apply(Transitions.park(payment, Step.COLLECTION, UNKNOWN, null, NOW));
        assertThat(payment.latest(Step.COLLECTION).orElseThrow().booking()).isEqualTo(BookingStatus.UNKNOWN);
        assertThat(payment.status()).isEqualTo(Status.PROCESSING);

        apply(foundBooked(Step.COLLECTION));

        assertThat(payment.stage()).isEqualTo(Stage.COLLECTING);
        assertThat(payment.state().parking()).isNull();
    }

    @Test
    void aNewAttemptNeedsProofThatTheLastDidNotExecute() {
        apply(Transitions.begin(payment, Step.COLLECTION, NOW));
        assertThat(Transitions.nextAttempt(payment, Step.COLLECTION, NOW).isNone())
                .isTrue();

        book(Step.COLLECTION);
        assertThat(Transitions.nextAttempt(payment, Step.COLLECTION, NOW).isNone())
                .isTrue();
    }

    @Test
    void aRejectedPayoutGetsASecondKeyForItsRepair() {
        forwardToPayout();
        apply(found(Step.PAYOUT, new InquiryResult.Rejected(WRONG_ACCOUNT)));
        apply(Transitions.park(payment, Step.PAYOUT, WRONG_ACCOUNT, NOW.plusSeconds(60), NOW));
        apply(Transitions.correctPayee(payment, SamplePayments.payee("000999"), NOW));

        apply(Transitions.nextAttempt(payment, Step.PAYOUT, NOW));

        assertThat(payment.latest(Step.PAYOUT).orElseThrow().key().value()).endsWith("/payout/2");
        assertThat(payment.order().payee().account().number()).isEqualTo("000999");
        assertThat(payment.stage()).isEqualTo(Stage.PAYING_OUT);
    }

    @Test
    void cancellationIsRejectedOnceAPayoutWasInstructed() {
        forwardToPayout();

        assertThat(Transitions.requestCancel(payment, NOW).isNone()).isTrue();
    }

    @Test
    void afterACancellationNothingGoesForward() {
        book(Step.COLLECTION);
        apply(Transitions.requestCancel(payment, NOW));

        assertThat(Transitions.begin(payment, Step.TOP_UP, NOW).isNone()).isTrue();
        assertThat(Transitions.begin(payment, Step.PAYOUT, NOW).isNone()).isTrue();
    }

    @Test
    void aPayoutThatMayHaveMovedIsNeverPricedForUnwind() {
        forwardToPayout();
        apply(Transitions.park(payment, Step.PAYOUT, UNKNOWN, null, NOW));

        assertThatThrownBy(() -> UnwindPricing.amountToSell(payment))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may have moved");
    }

    @Test
    void aNewQuoteReplacesARejectedOneWithinTheSlippage() {
        book(Step.COLLECTION);
        book(Step.TOP_UP);
        apply(Transitions.begin(payment, Step.CONVERSION, NOW));
        apply(found(
                Step.CONVERSION,
                new InquiryResult.Rejected(new Reason("quote_expired", "late", Reason.Remedy.REQUOTE))));
        var near = SamplePayments.firm("0.13813", payment.price().net(), Currency.of("USD"));
        var far = SamplePayments.firm("0.13812", payment.price().net(), Currency.of("USD"));

        assertThat(payment.price().tolerates(near, 50)).isTrue();
        assertThat(payment.price().tolerates(far, 50)).isFalse();
        apply(Transitions.requote(payment, near, NOW));

        assertThat(payment.price().firmRate()).isEqualTo(near);
        assertThat(payment.latest(Step.CONVERSION).orElseThrow().key().attempt())
                .isEqualTo(2);
    }

    @Test
    void nothingGoesForwardOnceTheUnwindIsPriced() {
        book(Step.COLLECTION);
        book(Step.TOP_UP);
        apply(Transitions.begin(payment, Step.CONVERSION, NOW));
        Reason late = new Reason("quote_expired", "late", Reason.Remedy.REQUOTE);
        apply(found(Step.CONVERSION, new InquiryResult.Rejected(late)));
        var rate = SamplePayments.firm("0.13882", payment.price().net(), Currency.of("USD"));
        apply(Transitions.recordUnwindPlan(payment, UnwindPricing.price(payment, late, null, NOW), NOW));

        assertThat(Transitions.begin(payment, Step.PAYOUT, NOW).isNone()).isTrue();
        assertThat(Transitions.requote(payment, rate, NOW).isNone()).isTrue();
        assertThat(Transitions.begin(payment, Step.REFUND, NOW).isNone()).isFalse();
    }

    private void forwardToPayout() {
        book(Step.COLLECTION);
        book(Step.TOP_UP);
        book(Step.CONVERSION);
        apply(Transitions.begin(payment, Step.PAYOUT, NOW));
    }

    private void book(Step step) {
        apply(Transitions.begin(payment, step, NOW));
        apply(foundBooked(step));
    }

    private PaymentChange foundBooked(Step step) {
        return found(step, new InquiryResult.Booked("ref", NOW, null));
    }

    private PaymentChange found(Step step, InquiryResult result) {
        return Transitions.recordInquiry(payment, key(step), result, NOW);
    }

    private io.portolan.domain.ids.InstructionKey key(Step step) {
        return payment.latest(step).orElseThrow().key();
    }

    private void apply(PaymentChange change) {
        payment = change.payment();
    }
}
