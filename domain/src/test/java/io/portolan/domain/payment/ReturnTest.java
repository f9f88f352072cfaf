package io.portolan.domain.payment;

import static io.portolan.domain.payment.SamplePayments.NOON;
import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.payment.SamplePayments.cnyToUsd;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of a payment whose payout comes back, and of the funds of what is booked. */
class ReturnTest {
    private static final AccountId OWED_USD = Accounts.payable(SamplePayments.ACME, Currency.of("USD"));

    @Test
    void reopensTheCompletedPaymentWithWhatCameBack() {
        PaymentCase completed = completed();

        completed.returned(completed.key(MovementKind.PAYOUT), 99_000);

        assertThat(completed.payment().stage()).isEqualTo(Stage.PAYING_OUT);
        assertThat(completed.payment().status()).isEqualTo(Status.REFUNDING);
        assertThat(completed.payment().hasUnplannedReturn()).isTrue();
        assertThat(completed.payment().isSellerPaid()).isFalse();
        assertThat(completed.posted(OWED_USD)).hasToString("-990.00 USD");
        assertThat(completed.lastEntries()).containsExactly("settled", "returned", "fee-returned");
    }

    @Test
    void settlesAPayoutOnceAlthoughItCameBackBefore() {
        PaymentCase completed = completed();
        InstructionKey payout = completed.key(MovementKind.PAYOUT);
        completed.returned(payout, 99_000);

        completed.hear(payout, new InquiryResult.Booked("REF-1", NOON, NOON));

        assertThat(completed.last().entries()).isEmpty();
        assertThat(completed.payment().instruction(payout).settlement()).isEqualTo(SettlementStatus.RETURNED);
    }

    @Test
    void reportsASecondReturn() {
        PaymentCase completed = completed();
        InstructionKey payout = completed.key(MovementKind.PAYOUT);

        completed.returned(payout, 99_000).returned(payout, 98_000);

        assertThat(completed.breaks()).containsExactly(BreakType.DUPLICATE_RETURN);
        assertThat(completed.last().entries()).isEmpty();
        assertThat(completed.payment().instruction(payout).funds().returned()).hasToString("990.00 USD");
    }

    @Test
    void reportsAReturnOfMoreThanWasPaid() {
        PaymentCase completed = completed();

        completed.returned(completed.key(MovementKind.PAYOUT), 99_451);

        assertThat(completed.breaks()).containsExactly(BreakType.EXCESS_RETURN);
        assertThat(completed.payment().stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    void reportsAReturnOfWhatIsNotBooked() {
        PaymentCase paying = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey payout = paying.key(MovementKind.PAYOUT);

        paying.begin(payout).returned(payout, 99_000);

        assertThat(paying.breaks()).containsExactly(BreakType.UNEXPLAINED_RETURN);
        assertThat(paying.payment().instruction(payout).isReturned()).isFalse();
    }

    @Test
    void isBookedToTheAttemptThatCameBackAndNotToTheNewest() {
        PaymentCase paying = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey first = paying.key(MovementKind.PAYOUT);
        paying.begin(first).reject(first, "am04").begin(first.next()).book(first.next());

        paying.returned(first, 99_000);

        assertThat(paying.breaks()).containsExactly(BreakType.UNEXPLAINED_RETURN);
        assertThat(paying.payment().instruction(first.next()).isReturned()).isFalse();
    }

    @Test
    void takesWhatWasPaidBeyondThePlanBackFromSuspense() {
        PaymentCase paying = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        InstructionKey payout = paying.key(MovementKind.PAYOUT);
        paying.begin(payout).park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);
        paying.change(payment -> Transitions.recordExecuted(payment, payout, paying.letter(payout, 100_000), NOON));

        paying.returned(payout, 100_000);

        assertThat(paying.posted(AccountId.ofHouse(AccountKind.SUSPENSE, Currency.of("USD")))
                        .isZero())
                .isTrue();
        assertThat(paying.posted(OWED_USD).isZero()).isTrue();
    }

    @Test
    void keepsTheVersionWhenFundsSettle() {
        PaymentCase completed = completed();
        InstructionKey payout = completed.key(MovementKind.PAYOUT);
        int seen = completed.payment().version();

        completed.hear(payout, new InquiryResult.Booked("REF-1", NOON, NOON));

        assertThat(completed.lastEntries()).containsExactly("settled");
        assertThat(completed.payment().version()).isEqualTo(seen);
    }

    @Test
    void neverGoesBackInTime() {
        Instant later = NOON.plus(Duration.ofDays(2));
        PaymentCase completed = completed().at(later);
        completed.change(payment -> Transitions.requestCancel(payment, later));

        completed.at(NOON).returned(completed.key(MovementKind.PAYOUT), 99_000);

        assertThat(completed.payment().updatedAt()).isEqualTo(later);
    }

    private static PaymentCase completed() {
        return PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.PAYOUT));
    }
}
