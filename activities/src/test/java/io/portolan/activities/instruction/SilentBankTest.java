package io.portolan.activities.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.activities.Interruptions.Moment;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.MovementKind;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.Result;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A bank that hangs, or says nothing for so long that a person is asked: nobody is left waiting, and no answer is missed. */
class SilentBankTest {
    private static final Duration HANGS_FOR = Duration.ofSeconds(3);
    private static final Duration LONGEST_EXECUTION = Duration.ofSeconds(30);
    private static final int MORE_THAN_FIT = 200;

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private Instant lastSentAt = Instant.MIN;

    @Test
    void aHangingBankThatDeniesTheOrderIsAskedForABoundedTime() {
        everyCallHangsAndNoOrderArrives();
        Instant before = bench.time();

        assertThat(bench.driver.advance(bench.id())).isInstanceOf(Advance.Pending.class);
        Instant between = bench.time();
        bench.driver.advance(bench.id());

        assertThat(Duration.between(before, between)).isLessThan(LONGEST_EXECUTION);
        assertThat(Duration.between(between, bench.time())).isLessThan(LONGEST_EXECUTION);
    }

    @Test
    void aHangingBankThatDeniesTheOrderIsSentItOnlyBeforeTheFence() {
        everyCallHangsAndNoOrderArrives();
        Advance advance = bench.driver.advance(bench.id());
        InstructionKey key = bench.key(MovementKind.COLLECTION);
        Instant fence = bench.now().instruction(key).window().sendUntil();
        while (bench.time().isBefore(fence.plus(LONGEST_EXECUTION))) {
            advance = bench.driver.advance(bench.id());
        }

        assertThat(lastSentAt).isBefore(fence).isAfter(fence.minus(LONGEST_EXECUTION));
        assertThat(advance).isInstanceOf(Advance.Pending.class);
    }

    @Test
    void anOrderThatNeverArrivedIsSentAgainBeforeTheFenceAlsoOnceTheFirstPollIsOver() {
        bench.orders
                .losesOrder(MovementKind.COLLECTION)
                .alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Unknown("connection refused"));
        assertThat(bench.drive()).isInstanceOf(Advance.Pending.class);
        InstructionKey key = bench.key(MovementKind.COLLECTION);
        assertThat(bench.orders.executed()).isEmpty();

        bench.orders.tellsTheTruth(MovementKind.COLLECTION);
        bench.executor.inquireOrResendOnce(bench.payment.id(), key);

        assertThat(bench.orders.executed()).containsExactly(key);
    }

    @Test
    void aHangingBankThatDeniesTheOrderParksThePaymentAtTheEndOfTheWindow() {
        everyCallHangsAndNoOrderArrives();

        assertThat(bench.driveToRest()).isEqualTo(new Advance.AwaitingNews());

        InstructionKey key = bench.key(MovementKind.COLLECTION);
        assertThat(bench.now().state().parking()).satisfies(parking -> {
            assertThat(parking.kind()).isEqualTo(Parking.Kind.OUTCOME);
            assertThat(parking.instruction()).isEqualTo(key);
        });
        assertThat(bench.now().instruction(key).booking()).isEqualTo(BookingStatus.UNKNOWN);
        assertThat(bench.orders.executed()).isEmpty();
    }

    @Test
    void aCallbackThatBooksWhileTheLastPollRunsIsNotParkedOver() {
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"));
        bench.drive();
        InstructionKey key = bench.key(MovementKind.COLLECTION);
        bench.passUntil(bench.now().instruction(key).window().awaitedUntil());
        duringTheNextInquiry(() -> bench.record(key, ScriptedOrders.booked()));

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.COMPLETED));
        assertThat(bench.payments.eventTypes()).doesNotContain("parked");
    }

    @Test
    void aBookingJustAfterTheLastPollIsFoundByTheNextHint() {
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"));
        assertThat(bench.driveToRest()).isEqualTo(new Advance.AwaitingNews());
        assertThat(bench.now().stage()).isEqualTo(Stage.PARKED);

        bench.orders.tellsTheTruth(MovementKind.COLLECTION);

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.COMPLETED));
    }

    @Test
    void aRejectionAfterThePaymentWasParkedIsFoundByTheNextHint() {
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"));
        bench.driveToRest();
        bench.orders.alwaysFinds(
                MovementKind.COLLECTION, new InquiryResult.Rejected(Reason.of("account_closed", "closed")));

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.FAILED));
    }

    @Test
    void aHintThatTellsNothingNewLeavesThePaymentParkedForTheSame() {
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Pending("B42"));
        bench.driveToRest();
        Parking first = bench.now().state().parking();
        bench.pass(Duration.ofHours(1));

        assertThat(bench.drive()).isEqualTo(new Advance.AwaitingNews());
        assertThat(bench.now().state().parking()).isEqualTo(first);
        assertThat(bench.payments.eventTypes()).filteredOn("parked"::equals).hasSize(1);
    }

    @Test
    void whatTheBankTookAndThenDeniesIsABreakWhenTheWindowIsOver() {
        bench.orders.replies(MovementKind.COLLECTION, new Submission.Taken("B42"));

        bench.driveToRest();

        assertThat(bench.payments.breaks().listOpen())
                .extracting(Break::type)
                .containsExactly(BreakType.UNKNOWN_TO_BANK);
        assertThat(bench.now().stage()).isEqualTo(Stage.PARKED);
    }

    private void everyCallHangsAndNoOrderArrives() {
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            bench.orders.losesOrder(MovementKind.COLLECTION);
        }
        bench.interruptions.set((moment, call) -> {
            if (moment == Moment.BEFORE && call.equals("CollectionBank.instruct")) {
                lastSentAt = bench.time();
            }
            if (moment == Moment.AFTER && call.startsWith("CollectionBank.")) {
                bench.pass(HANGS_FOR);
            }
        });
    }

    private void duringTheNextInquiry(Runnable happening) {
        bench.interruptions.set((moment, call) -> {
            if (moment == Moment.AFTER && call.equals("CollectionBank.inquire")) {
                bench.interruptions.clear();
                happening.run();
            }
        });
    }
}
