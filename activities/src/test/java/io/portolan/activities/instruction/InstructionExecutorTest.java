package io.portolan.activities.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.activities.Interruptions.Moment;
import io.portolan.activities.Interruptions.WorkerDied;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.operations.BankCall;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One instruction, whatever happens on the way: shown with the collection, where nothing else is in the way. */
class InstructionExecutorTest {
    private static final Reason NO_FUNDS = Reason.of("insufficient_funds", "no money");
    private static final MovementOutcome BOOKED = new MovementOutcome.Booked("ref");

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private InstructionKey key;

    @BeforeEach
    void begin() {
        key = bench.begin();
    }

    @Test
    void anOrderIsSentAskedAfterAndRecorded() {
        MovementOutcome outcome = send();

        assertThat(outcome).isEqualTo(BOOKED);
        assertExchanges("instruct collection/1", "inquire collection/1");
        assertThat(bench.latest(MovementKind.COLLECTION).isBooked()).isTrue();
        assertThat(bench.payments.entries()).extracting(JournalEntry::key).containsExactly(key + "/booked");
    }

    @Test
    void theOrderSaysWhatItsFrozenTermsSay() {
        send();

        assertThat(bench.bank.domesticOrders()).singleElement().satisfies(order -> {
            assertThat(order.key()).isEqualTo(key);
            assertThat(order.amount()).isEqualTo(bench.payment.price().source());
            assertThat(order.sendUntil())
                    .isEqualTo(bench.now().instruction(key).window().sendUntil());
        });
    }

    @Test
    void everyExchangeIsKeptAsItWent() {
        bench.orders.losesReply(MovementKind.COLLECTION);

        send();

        assertThat(bench.calls.of(bench.payment.id()))
                .extracting(BankCall::operation, BankCall::outcome, BankCall::detail)
                .containsExactly(
                        tuple(BankCall.Operation.INSTRUCT, "unknown", "connection reset"),
                        tuple(BankCall.Operation.INQUIRE, "booked", "ref"));
    }

    @Test
    void aCrashBeforeSendingAsksFirstAndThenSendsTheSameKey() {
        assertThat(inquire()).isEqualTo(BOOKED);

        assertExchanges("inquire collection/1", "instruct collection/1", "inquire collection/1");
        assertThat(bench.orders.executed()).containsExactly(key);
    }

    @Test
    void aCrashAfterSendingAsksAndDoesNotSendAgain() {
        bench.interruptions.set((moment, call) -> {
            if (moment == Moment.AFTER && call.equals("CollectionBank.instruct")) {
                throw new WorkerDied("after it had sent");
            }
        });
        assertThatThrownBy(this::send).isInstanceOf(WorkerDied.class);
        bench.interruptions.clear();

        assertThat(inquire()).isEqualTo(BOOKED);
        assertExchanges("instruct collection/1", "inquire collection/1");
    }

    @Test
    void aLostReplyIsAskedAfterAndTheOrderNotSentAgain() {
        bench.orders.losesReply(MovementKind.COLLECTION);

        assertThat(send()).isEqualTo(BOOKED);
        assertExchanges("instruct collection/1", "inquire collection/1");
    }

    @Test
    void anOrderThatTheBankNeverSawGoesOutAgainUnderTheSameKey() {
        bench.orders.losesOrder(MovementKind.COLLECTION);

        assertThat(send()).isEqualTo(BOOKED);
        assertExchanges(
                "instruct collection/1", "inquire collection/1", "instruct collection/1", "inquire collection/1");
        assertThat(bench.orders.executed()).containsExactly(key);
    }

    @Test
    void askingOnceSendsNothingWhateverTheBankDenies() {
        MovementOutcome outcome = bench.executor.inquireOnce(bench.payment.id(), key);

        assertThat(outcome).isInstanceOf(MovementOutcome.Unknown.class);
        assertExchanges("inquire collection/1");
    }

    @Test
    void behindTheFenceNothingIsSentWhateverTheBankDenies() {
        bench.passUntil(bench.now().instruction(key).window().sendUntil());

        assertThat(inquire()).isInstanceOf(MovementOutcome.Unknown.class);
        assertThat(bench.orders.exchanges()).doesNotContain("instruct collection/1");
    }

    @Test
    void whatTheBankHasTakenIsNotSentAgainThoughItDeniesIt() {
        bench.orders.replies(MovementKind.COLLECTION, new Submission.Taken("B42"));

        assertThat(send()).isEqualTo(new MovementOutcome.Unknown("the other side does not know the instruction"));
        assertThat(inquire()).isInstanceOf(MovementOutcome.Unknown.class);
        assertThat(sent()).isEqualTo(1);
        assertThat(bench.latest(MovementKind.COLLECTION).bankReference()).isEqualTo("B42");
    }

    @Test
    void whatTheBankNeverDecidesIsUnknownAfterEightSeconds() {
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"));

        MovementOutcome outcome = send();

        assertThat(outcome).isEqualTo(new MovementOutcome.Unknown("still pending at the other side"));
        assertThat(Duration.between(bench.payment.createdAt(), bench.time())).isEqualTo(Duration.ofSeconds(8));
        assertThat(bench.orders.exchanges()).hasSize(8);
        assertThat(sent()).isEqualTo(1);
        assertThat(bench.latest(MovementKind.COLLECTION).isDecided()).isFalse();
    }

    @Test
    void gibberishIsUnknownAndNeverSentAgain() {
        bench.orders
                .replies(MovementKind.COLLECTION, new Submission.Unknown("bank answered 500"))
                .alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Unknown("gibberish"));

        assertThat(send()).isEqualTo(new MovementOutcome.Unknown("gibberish"));
        assertThat(inquire()).isEqualTo(new MovementOutcome.Unknown("gibberish"));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void anImmediateRejectionIsRecorded() {
        bench.orders.rejects(MovementKind.COLLECTION, NO_FUNDS);

        assertThat(send()).isEqualTo(new MovementOutcome.Rejected(NO_FUNDS));
        assertThat(bench.latest(MovementKind.COLLECTION).rejection()).isEqualTo(NO_FUNDS);
        assertThat(bench.payments.entries()).isEmpty();
    }

    @Test
    void aLateRejectionIsRecorded() {
        bench.orders
                .finds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"))
                .alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Rejected(NO_FUNDS));

        assertThat(send()).isEqualTo(new MovementOutcome.Rejected(NO_FUNDS));
    }

    @Test
    void whatIsRecordedMeanwhileOutweighsAContradictingAnswerThatBecomesABreak() {
        bench.orders.finds(MovementKind.COLLECTION, new InquiryResult.Rejected(NO_FUNDS));
        beforeTheFirstInquiry(() -> bench.record(key, ScriptedOrders.booked()));

        assertThat(send()).isEqualTo(BOOKED);
        assertThat(bench.payments.breaks().listOpen())
                .extracting(Break::type, Break::instruction)
                .containsExactly(tuple(BreakType.REJECTED_AFTER_BOOKED, key));
        assertThat(bench.payments.entries()).hasSize(1);
    }

    @Test
    void whatWasProvenNotExecutedMeanwhileDoesNotGoOutAgain() {
        bench.orders.losesOrder(MovementKind.COLLECTION);
        beforeTheFirstInquiry(() -> bench.change(stored -> Transitions.recordNotExecuted(stored, key, bench.time())));

        assertThat(send()).isInstanceOf(MovementOutcome.Rejected.class);
        assertThat(bench.orders.executed()).isEmpty();
    }

    private void beforeTheFirstInquiry(Runnable happening) {
        bench.interruptions.set((moment, call) -> {
            if (moment == Moment.BEFORE && call.equals("CollectionBank.inquire")) {
                bench.interruptions.clear();
                happening.run();
            }
        });
    }

    private MovementOutcome send() {
        return bench.executor.send(bench.payment.id(), key);
    }

    private MovementOutcome inquire() {
        return bench.executor.inquire(bench.payment.id(), key);
    }

    private long sent() {
        return bench.orders.exchanges().stream()
                .filter(exchange -> exchange.startsWith("instruct"))
                .count();
    }

    private void assertExchanges(String... exchanges) {
        assertThat(bench.orders.exchanges()).containsExactly(exchanges);
    }
}
