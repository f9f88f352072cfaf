package io.portolan.activities.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One instruction, whatever happens on the way: shown with the collection, where nothing else is in the way. */
class InstructionExecutorTest {
    private static final Reason NO_FUNDS = Reason.of("INSUFFICIENT_FUNDS", "no money");
    private static final MovementOutcome BOOKED = new MovementOutcome.Booked("ref");

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private final InstructionKey key = InstructionKey.first(bench.payment.id(), Step.COLLECTION);

    @Test
    void anOrderIsSentAskedAfterAndRecorded() {
        MovementOutcome outcome = collect();

        assertThat(outcome).isEqualTo(BOOKED);
        assertExchanges("instruct collection/1", "inquire collection/1");
        assertThat(bench.latest(Step.COLLECTION).isBooked()).isTrue();
        assertThat(bench.payments.entries()).extracting(JournalEntry::key).containsExactly(key + "/booked");
    }

    @Test
    void everyExchangeIsKeptAsItWent() {
        bench.orders.losesReply(Step.COLLECTION);

        collect();

        assertThat(bench.calls.of(bench.payment.id()))
                .extracting(BankCall::operation, BankCall::outcome, BankCall::detail)
                .containsExactly(
                        tuple(BankCall.Operation.INSTRUCT, "unknown", "connection reset"),
                        tuple(BankCall.Operation.INQUIRE, "booked", "ref"));
    }

    @Test
    void whatIsRecordedIsToldWithoutAskingTheBank() {
        collect();

        assertThat(collect()).isEqualTo(BOOKED);
        assertThat(bench.orders.exchanges()).hasSize(2);
        assertThat(bench.payments.entries()).hasSize(1);
    }

    @Test
    void aCrashBeforeSendingAsksFirstAndThenSendsTheSameKey() {
        bench.begun(Step.COLLECTION);

        assertThat(collect()).isEqualTo(BOOKED);
        assertExchanges("inquire collection/1", "instruct collection/1", "inquire collection/1");
        assertThat(bench.orders.executed()).containsExactly(key);
    }

    @Test
    void aCrashAfterSendingAsksAndDoesNotSendAgain() {
        bench.whileWaiting(() -> {
            throw new IllegalStateException("the worker dies");
        });
        assertThatThrownBy(this::collect).hasMessage("the worker dies");
        bench.whileWaiting(() -> {});

        assertThat(collect()).isEqualTo(BOOKED);
        assertExchanges("instruct collection/1", "inquire collection/1");
    }

    @Test
    void aLostReplyIsAskedAfterAndTheOrderNotSentAgain() {
        bench.orders.losesReply(Step.COLLECTION);

        assertThat(collect()).isEqualTo(BOOKED);
        assertExchanges("instruct collection/1", "inquire collection/1");
    }

    @Test
    void anOrderThatTheBankNeverSawGoesOutAgainUnderTheSameKey() {
        bench.orders.losesOrder(Step.COLLECTION);

        assertThat(collect()).isEqualTo(BOOKED);
        assertExchanges(
                "instruct collection/1", "inquire collection/1", "instruct collection/1", "inquire collection/1");
        assertThat(bench.orders.executed()).containsExactly(key);
    }

    @Test
    void whatTheBankNeverDecidesIsUnknownAfterEightSeconds() {
        bench.orders.alwaysFinds(Step.COLLECTION, new InquiryResult.Pending("B42"));

        MovementOutcome outcome = collect();

        assertThat(outcome).isEqualTo(new MovementOutcome.Unknown("still pending at the other side"));
        assertThat(Duration.between(bench.payment.createdAt(), bench.time())).isEqualTo(Duration.ofSeconds(8));
        assertThat(bench.orders.exchanges())
                .hasSize(8)
                .filteredOn(exchange -> exchange.startsWith("instruct"))
                .hasSize(1);
        assertThat(bench.latest(Step.COLLECTION).isDecided()).isFalse();
    }

    @Test
    void gibberishIsUnknownAndNeverSentAgain() {
        bench.orders
                .replies(Step.COLLECTION, new Submission.Unknown("bank answered 500"))
                .alwaysFinds(Step.COLLECTION, new InquiryResult.Unknown("gibberish"));

        assertThat(collect()).isEqualTo(new MovementOutcome.Unknown("gibberish"));
        assertThat(collect()).isEqualTo(new MovementOutcome.Unknown("gibberish"));
        assertThat(bench.orders.exchanges())
                .filteredOn(exchange -> exchange.startsWith("instruct"))
                .hasSize(1);
    }

    @Test
    void anImmediateRejectionIsRecorded() {
        bench.orders.rejects(Step.COLLECTION, NO_FUNDS);

        assertThat(collect()).isEqualTo(new MovementOutcome.Rejected(NO_FUNDS));
        assertThat(bench.now().stage()).isEqualTo(Stage.FAILED);
        assertThat(bench.payments.entries()).isEmpty();
    }

    @Test
    void aLateRejectionIsRecorded() {
        bench.orders
                .finds(Step.COLLECTION, new InquiryResult.Pending("B42"))
                .alwaysFinds(Step.COLLECTION, new InquiryResult.Rejected(NO_FUNDS));

        assertThat(collect()).isEqualTo(new MovementOutcome.Rejected(NO_FUNDS));
        assertThat(bench.now().stage()).isEqualTo(Stage.FAILED);
    }

    @Test
    void whatIsRecordedMeanwhileOutweighsAContradictingAnswer() {
        bench.orders
                .finds(Step.COLLECTION, new InquiryResult.Pending("B42"))
                .finds(Step.COLLECTION, new InquiryResult.Rejected(NO_FUNDS));
        bench.whileWaiting(() -> bench.booked(Step.COLLECTION));

        assertThat(collect()).isEqualTo(BOOKED);
        assertThat(bench.payments.eventTypes()).contains("collection.contradicted");
        assertThat(bench.payments.entries()).hasSize(1);
    }

    @Test
    void whatAPersonProvedNotExecutedDoesNotGoOutAgain() {
        bench.orders.losesOrder(Step.COLLECTION);
        bench.whileWaiting(() -> bench.decided(Step.COLLECTION, new InquiryResult.Rejected(NO_FUNDS)));

        assertThat(collect()).isEqualTo(new MovementOutcome.Rejected(NO_FUNDS));
        assertThat(bench.orders.executed()).isEmpty();
    }

    @Test
    void aWithdrawnPaymentBeginsNothing() {
        bench.payments.change(bench.payment.id(), payment -> Transitions.requestCancel(payment, bench.time()));

        assertThat(collect())
                .isInstanceOfSatisfying(
                        MovementOutcome.Rejected.class,
                        rejected -> assertThat(rejected.reason().code()).isEqualTo("cancelled"));
        assertThat(bench.orders.exchanges()).isEmpty();
    }

    @Test
    void aCancellationThatLosesTheRaceLetsTheStepFinish() {
        bench.whileWaiting(() ->
                bench.payments.change(bench.payment.id(), payment -> Transitions.requestCancel(payment, bench.time())));

        assertThat(collect()).isEqualTo(BOOKED);
        assertThat(bench.conversion.convert(bench.id())).isInstanceOf(MovementOutcome.Rejected.class);
        assertThat(bench.orders.executed()).containsExactly(key);
    }

    @Test
    void aReturnedPayoutIsRejected() {
        bench.booked(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION, Step.PAYOUT);
        PayoutReturn back =
                new PayoutReturn("R1", bench.payment.price().destination(), Reason.of("AC04", "closed"), bench.time());
        bench.payments.change(bench.payment.id(), payment -> Transitions.recordReturn(payment, back, bench.time()));

        assertThat(bench.payout.payOut(bench.id()))
                .isEqualTo(new MovementOutcome.Rejected(Reason.of("payout_returned", "the bank returned the money")));
    }

    @Test
    void onceThePaymentTurnsBackAWrongAccountIsNotRepairedAnyMore() {
        bench.booked(Step.COLLECTION, Step.TOP_UP, Step.CONVERSION);
        bench.decided(
                Step.PAYOUT, new InquiryResult.Rejected(new Reason("AC01", "wrong account", Remedy.CORRECT_PAYEE)));
        assertThat(remedyOfPayout()).isEqualTo(Remedy.CORRECT_PAYEE);

        bench.stored.planUnwind(bench.id(), Reason.of("AC01", "nobody repaired it"));

        assertThat(remedyOfPayout()).isEqualTo(Remedy.NONE);
    }

    private Remedy remedyOfPayout() {
        return ((MovementOutcome.Rejected) bench.payout.payOut(bench.id()))
                .reason()
                .remedy();
    }

    private MovementOutcome collect() {
        return bench.collection.collect(bench.id());
    }

    private void assertExchanges(String... exchanges) {
        assertThat(bench.orders.exchanges()).containsExactly(exchanges);
    }
}
