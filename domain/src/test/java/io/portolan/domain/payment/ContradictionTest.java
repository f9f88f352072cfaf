package io.portolan.domain.payment;

import static io.portolan.domain.payment.SamplePayments.bookedUpTo;
import static io.portolan.domain.payment.SamplePayments.cnyToUsd;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Currency;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.PlanStatus;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.NextAction;
import io.portolan.domain.saga.Progress;
import org.junit.jupiter.api.Test;

/** What contradicts the record is a break, and never moves the payment backwards. */
class ContradictionTest {
    private static final Reason CLOSED = Reason.of("account_closed", "closed");
    private static final AccountId OWED_USD = Accounts.payable(SamplePayments.ACME, Currency.of("USD"));

    @Test
    void reopensAFailedPaymentWhoseCollectionIsBookedAfterAll() {
        PaymentCase failed = failed();
        InstructionKey collection = failed.key(MovementKind.COLLECTION);

        failed.book(collection);

        assertThat(failed.breaks()).containsExactly(BreakType.BOOKED_AFTER_REJECTED);
        assertThat(failed.payment().stage()).isEqualTo(Stage.COLLECTING);
        assertThat(failed.lastEntries()).containsExactly("booked");
        assertThat(Progress.of(failed.payment(), failed.now()))
                .isEqualTo(new NextAction.MakePlan(Purpose.UNWIND, CLOSED));
    }

    @Test
    void reopensAFailedPaymentAlsoByAnEarlierAttempt() {
        PaymentCase twice = PaymentCase.of(cnyToUsd());
        InstructionKey first = twice.key(MovementKind.COLLECTION);
        twice.begin(first).reject(first, "account_closed");
        twice.begin(first.next()).reject(first.next(), "account_closed");
        twice.change(payment -> Transitions.conclude(payment, Fact.FAILED, CLOSED, twice.now()));

        twice.book(first);

        assertThat(twice.payment().isBooked(MovementKind.COLLECTION)).isTrue();
        assertThat(twice.payment().stage()).isEqualTo(Stage.COLLECTING);
    }

    @Test
    void completesAPaymentWhosePayoutIsBookedAfterItsRejection() {
        PaymentCase paying = paying();
        InstructionKey payout = paying.key(MovementKind.PAYOUT);
        paying.reject(payout, "ac01");

        paying.book(payout);

        assertThat(paying.breaks()).containsExactly(BreakType.BOOKED_AFTER_REJECTED);
        assertThat(paying.payment().stage()).isEqualTo(Stage.COMPLETED);
        assertThat(paying.payment().plan(1).status()).isEqualTo(PlanStatus.DONE);
    }

    @Test
    void holdsOnceAPaymentThatWentOnFromARejectionWhichWasNone() {
        PaymentCase retried = paying();
        InstructionKey payout = retried.key(MovementKind.PAYOUT);
        retried.reject(payout, "am04").begin(payout.next());

        retried.book(payout);

        assertThat(retried.breaks()).containsExactly(BreakType.BOOKED_AFTER_REJECTED);
        assertThat(retried.payment().instruction(payout).isRejected()).isTrue();
        assertThat(retried.last().entries()).isEmpty();
        assertThat(retried.payment().state().hold())
                .isNotNull()
                .satisfies(hold -> assertThat(hold.operator()).isEqualTo(Hold.PORTOLAN));

        retried.change(payment -> Transitions.hold(payment, null, retried.now()));
        retried.book(payout);

        assertThat(retried.payment().state().hold()).isNull();
    }

    @Test
    void instructsNoRefundWhileTheBankClaimsThatTheRejectedPayoutWasExecuted() {
        PaymentCase unwinding = paying();
        InstructionKey payout = unwinding.key(MovementKind.PAYOUT);
        unwinding.reject(payout, "ac04");
        unwinding.change(payment -> Transitions.giveUp(payment, CLOSED, unwinding.now()));

        unwinding.book(payout);

        assertThat(Progress.of(unwinding.payment(), unwinding.now())).isEqualTo(new NextAction.Await(null));
    }

    @Test
    void keepsWhatIsBookedWhenTheBankRejectsItLater() {
        PaymentCase booked = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.COLLECTION));

        booked.reject(booked.key(MovementKind.COLLECTION), "account_closed");

        assertThat(booked.breaks()).containsExactly(BreakType.REJECTED_AFTER_BOOKED);
        assertThat(booked.payment().isBooked(MovementKind.COLLECTION)).isTrue();
        assertThat(booked.last().entries()).isEmpty();
        assertThat(Progress.of(booked.payment(), booked.now())).isEqualTo(new NextAction.Await(null));
    }

    @Test
    void reportsABankThatForgetsWhatItExecuted() {
        PaymentCase booked = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.COLLECTION));

        booked.hear(booked.key(MovementKind.COLLECTION), new InquiryResult.NotFound());

        assertThat(booked.breaks()).containsExactly(BreakType.UNKNOWN_TO_BANK);
        assertThat(booked.payment().isBooked(MovementKind.COLLECTION)).isTrue();
    }

    @Test
    void reportsABankThatForgetsWhatItTook() {
        PaymentCase taken = paying();
        InstructionKey payout = taken.key(MovementKind.PAYOUT);
        taken.change(payment -> Transitions.recordTaken(payment, payout, "T-1", taken.now()));

        taken.hear(payout, new InquiryResult.NotFound());

        assertThat(taken.breaks()).containsExactly(BreakType.UNKNOWN_TO_BANK);
        assertThat(taken.payment().instruction(payout).isDecided()).isFalse();
    }

    @Test
    void hearsOfAnInstructionThatTheBankNeverSawWithoutABreak() {
        PaymentCase sent = paying();

        sent.hear(sent.key(MovementKind.PAYOUT), new InquiryResult.NotFound());

        assertThat(sent.last().isNone()).isTrue();
    }

    @Test
    void reportsASecondExecutionUnderAnotherReferenceAndNotTheSameOneAgain() {
        PaymentCase booked = PaymentCase.of(cnyToUsd());
        InstructionKey collection = booked.key(MovementKind.COLLECTION);
        booked.begin(collection).book(collection).book(collection);
        assertThat(booked.last().isNone()).isTrue();

        booked.hear(collection, new InquiryResult.Booked("R-2", booked.now(), null));

        assertThat(booked.breaks()).containsExactly(BreakType.SECOND_EXECUTION);
        assertThat(booked.last().entries()).isEmpty();
    }

    @Test
    void stillWaitsForAnUnknownOutcomeThatTheBankIsKnownToHaveTaken() {
        PaymentCase parked = paying().park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);
        InstructionKey payout = parked.key(MovementKind.PAYOUT);

        parked.change(payment -> Transitions.recordTaken(payment, payout, "T-1", parked.now()));

        assertThat(parked.payment().instruction(payout).isTaken()).isTrue();
        assertThat(parked.payment().instruction(payout).answer().uncertainty()).isNotNull();
    }

    @Test
    void reportsABankThatExecutedAnotherAmountThanTheEvidenceSaid() {
        PaymentCase parked = paying().park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);
        InstructionKey payout = parked.key(MovementKind.PAYOUT);
        parked.change(
                payment -> Transitions.recordExecuted(payment, payout, parked.letter(payout, 90_000), parked.now()));

        parked.book(payout);

        assertThat(parked.breaks()).containsExactly(BreakType.AMOUNT, BreakType.AMOUNT);
        assertThat(parked.last().entries()).isEmpty();
    }

    @Test
    void booksWhatEvidenceSaysAndParksWhatDiffers() {
        PaymentCase parked = paying().park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);
        InstructionKey payout = parked.key(MovementKind.PAYOUT);

        parked.change(
                payment -> Transitions.recordExecuted(payment, payout, parked.letter(payout, 90_000), parked.now()));

        assertThat(parked.breaks()).containsExactly(BreakType.AMOUNT);
        assertThat(parked.payment().instruction(payout).executed()).hasToString("900.00 USD");
        assertThat(parked.payment().instruction(payout).bankReference()).isEqualTo("LETTER-1");
        assertThat(parked.payment().state().parking().kind()).isEqualTo(Parking.Kind.STUCK);
        assertThat(parked.posted(OWED_USD)).hasToString("900.00 USD");
    }

    @Test
    void putsWhatABankPaidBeyondThePlanInSuspense() {
        PaymentCase parked = paying().park(Parking.Kind.OUTCOME, MovementKind.PAYOUT);
        InstructionKey payout = parked.key(MovementKind.PAYOUT);

        parked.change(
                payment -> Transitions.recordExecuted(payment, payout, parked.letter(payout, 100_000), parked.now()));

        AccountId suspense = AccountId.ofHouse(AccountKind.SUSPENSE, Currency.of("USD"));
        assertThat(parked.posted(OWED_USD)).isEqualTo(parked.payment().destination());
        assertThat(parked.posted(suspense).plus(parked.posted(OWED_USD))).hasToString("1000.00 USD");
    }

    private static PaymentCase failed() {
        PaymentCase rejected = PaymentCase.of(cnyToUsd());
        InstructionKey collection = rejected.key(MovementKind.COLLECTION);
        return rejected.begin(collection)
                .reject(collection, "account_closed")
                .change(payment -> Transitions.conclude(payment, Fact.FAILED, CLOSED, rejected.now()));
    }

    private static PaymentCase paying() {
        PaymentCase traded = PaymentCase.of(bookedUpTo(cnyToUsd(), MovementKind.TRADE));
        return traded.begin(traded.key(MovementKind.PAYOUT));
    }
}
