package io.portolan.activities.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.activities.ActivitiesUnderTest;
import io.portolan.activities.DecisionsUnderTest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.BreakType;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionPolicy;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Answer;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.Result;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of decisions that stand in the database: each is carried out once or refused once, and neither on what has moved on. */
class CarriedOutDecisionsTest {
    private static final InquiryResult PENDING = new InquiryResult.Pending("B42");
    private static final InquiryResult GONE = new InquiryResult.NotFound();

    private final ActivitiesUnderTest bench = new ActivitiesUnderTest();
    private final DecisionsUnderTest decisions = new DecisionsUnderTest(bench);

    @Test
    void aDecisionIsCarriedOutOnceThoughItIsToldTwice() {
        InstructionKey key = parked(MovementKind.COLLECTION, PENDING);
        String id = decisions.approve(decisions.executed(key));

        bench.driver.carryOut(bench.id(), id);
        Payment after = bench.now();
        bench.driver.carryOut(bench.id(), id);

        assertThat(bench.now()).isEqualTo(after);
        assertThat(bench.payments.entries()).hasSize(1);
        assertThat(decisions.recorded(id).status()).isEqualTo(DecisionStatus.APPLIED);
        assertThat(bench.payments.eventTypes())
                .filteredOn("collection.booked"::equals)
                .hasSize(1);
    }

    @Test
    void aDecisionThatNobodyToldOfIsCarriedOutWhenThePaymentIsNextDrivenOn() {
        InstructionKey key = parked(MovementKind.COLLECTION, PENDING);
        String id = decisions.approve(decisions.executed(key));

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.COMPLETED));
        assertThat(decisions.recorded(id).status()).isEqualTo(DecisionStatus.APPLIED);
    }

    @Test
    void aForgedIdDoesNothing() {
        parked(MovementKind.COLLECTION, PENDING);
        Payment before = bench.now();

        bench.driver.carryOut(bench.id(), DecisionHeader.nextId());

        assertThat(bench.now()).isEqualTo(before);
    }

    @Test
    void anotherPaymentsDecisionDoesNothingHere() {
        InstructionKey key = parked(MovementKind.COLLECTION, PENDING);
        String id = decisions.approve(decisions.executed(key));
        ActivitiesUnderTest other = new ActivitiesUnderTest();
        other.decisions.add(decisions.recorded(id));

        other.driver.carryOut(other.id(), id);

        assertThat(other.now()).isEqualTo(other.payment);
        assertThat(decisions.recorded(id).status()).isEqualTo(DecisionStatus.APPROVED);
    }

    @Test
    void whatOnlyOnePersonHasDecidedIsNotCarriedOutWhereTwoAreNeeded() {
        InstructionKey key = parked(MovementKind.COLLECTION, PENDING);
        Decision proposed = decisions.executed(key);
        bench.decisions.add(new DecisionPolicy(Set.of(), Duration.ofDays(1)).recorded(proposed));

        bench.driver.carryOut(bench.id(), proposed.header().id());

        assertThat(bench.now().stage()).isEqualTo(Stage.PARKED);
        assertThat(decisions.recorded(proposed.header().id()).status()).isEqualTo(DecisionStatus.PROPOSED);
    }

    @Test
    void aResolutionHitsTheInstructionThatWasExaminedAndNotWhatIsOpenByNow() {
        InstructionKey topUp = parked(MovementKind.TOP_UP, PENDING);
        String stale = decisions.approve(decisions.notExecuted(topUp));
        bench.record(topUp, ScriptedOrders.booked());
        bench.orders.alwaysFinds(MovementKind.TRADE, new InquiryResult.Unknown("timed out"));

        assertThat(bench.driveToRest()).isEqualTo(new Advance.AwaitingNews());

        assertThat(decisions.recorded(stale).status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(bench.latest(MovementKind.TRADE).isDecided()).isFalse();
        assertThat(bench.now().instruction(topUp).isBooked()).isTrue();
    }

    @Test
    void aResolutionThatNamesAnotherInstructionThanTheParkedOneIsRefused() {
        parked(MovementKind.TOP_UP, PENDING);

        RecordedDecision refused = decisions.carryOut(decisions.executed(bench.key(MovementKind.COLLECTION)));

        assertThat(refused.status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(refused.ending().detail()).contains("the payment waits for " + bench.key(MovementKind.TOP_UP));
    }

    @Test
    void aDecisionAboutAnOlderVersionIsRefusedWithWhatHasChanged() {
        InstructionKey key = parked(MovementKind.COLLECTION, PENDING);
        DecisionHeader stale = decisions.header(bench.now().version() - 1);

        RecordedDecision refused =
                decisions.carryOut(new Decision.ResolveExecuted(stale, key, decisions.evidence(key)));

        assertThat(refused.status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(refused.ending().detail()).contains("has moved on");
        assertThat(refused.ending().before()).isEqualTo(refused.ending().after());
        assertThat(bench.now().stage()).isEqualTo(Stage.PARKED);
    }

    @Test
    void notExecutedIsRefusedWhileACopyMayStillTakeEffect() {
        InstructionKey key = bench.begin();
        bench.orders.alwaysFinds(MovementKind.COLLECTION, GONE);
        parkNow(key);

        RecordedDecision refused = decisions.carryOut(decisions.notExecuted(key));

        assertThat(refused.status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(refused.ending().detail())
                .contains(bench.now().instruction(key).window().honouredUntil().toString());
        assertThat(bench.now().instruction(key).isDecided()).isFalse();
    }

    @Test
    void notExecutedIsRefusedWhereTheBankSaysBookedAndThatIsRecorded() {
        InstructionKey key = parked(MovementKind.COLLECTION, PENDING);
        bench.orders.tellsTheTruth(MovementKind.COLLECTION);

        RecordedDecision refused = decisions.carryOut(decisions.notExecuted(key));

        assertThat(refused.status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(bench.now().instruction(key).isBooked()).isTrue();
        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.COMPLETED));
    }

    @Test
    void notExecutedIsRefusedWhereTheBankGivesNoAnswer() {
        InstructionKey key = parked(MovementKind.COLLECTION, PENDING);
        bench.orders.alwaysFinds(MovementKind.COLLECTION, new InquiryResult.Unknown("bank answered 500"));

        RecordedDecision refused = decisions.carryOut(decisions.notExecuted(key));

        assertThat(refused.ending().detail()).contains("bank answered 500");
        assertThat(bench.now().instruction(key).isDecided()).isFalse();
    }

    @Test
    void provenNotExecutedIsBelievedAfterAFreshInquiry() {
        InstructionKey key = parked(MovementKind.COLLECTION, GONE);
        int asked = bench.orders.exchanges().size();

        RecordedDecision applied = decisions.carryOut(decisions.notExecuted(key));

        assertThat(applied.status()).isEqualTo(DecisionStatus.APPLIED);
        assertThat(bench.orders.exchanges()).hasSize(asked + 1);
        assertThat(bench.now().instruction(key).answer().witness()).isEqualTo(Answer.Witness.EVIDENCE);
        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.FAILED));
    }

    @Test
    void whatEvidenceSaysIsBookedAndNotWhatWasAskedFor() {
        InstructionKey key = parked(MovementKind.PAYOUT, PENDING);
        Money less = new Money(bench.payment.price().destination().currency(), 90_000);

        decisions.carryOut(new Decision.ResolveExecuted(decisions.header(), key, decisions.evidence(less)));

        assertThat(bench.now().instruction(key)).satisfies(booked -> {
            assertThat(booked.executed()).isEqualTo(less);
            assertThat(booked.bankReference()).isEqualTo("LINE-7");
        });
        assertThat(bench.payments.breaks().listOpen()).extracting(Break::type).containsExactly(BreakType.AMOUNT);
        assertThat(bench.drive()).isEqualTo(new Advance.AwaitingNews());
    }

    @Test
    void aRejectedRefundStaysADebtUntilARetryPaysItUnderANewKey() {
        bench.orders
                .rejects(MovementKind.PAYOUT, Reason.of("ac04", "closed"))
                .rejects(MovementKind.REFUND, Reason.of("account_closed", "closed"));
        assertThat(bench.drive()).isEqualTo(new Advance.AwaitingNews());
        assertThat(bench.book.sum(AccountKind.UNCLAIMED_REFUND)).isPositive();

        decisions.carryOut(new Decision.Retry(decisions.header()));

        assertThat(bench.drive()).isEqualTo(new Advance.Ended(Result.RETURNED));
        assertThat(bench.executed()).endsWith("refund/2");
        assertThat(bench.book.sum(AccountKind.UNCLAIMED_REFUND)).isZero();
    }

    /** The movements before this one are booked, and this one is never answered otherwise, until a person is asked. */
    private InstructionKey parked(MovementKind kind, InquiryResult answer) {
        if (answer instanceof InquiryResult.NotFound) {
            for (int i = 0; i < 99; i++) {
                bench.orders.losesOrder(kind);
            }
        }
        bench.orders.alwaysFinds(kind, answer);
        bench.driveToRest();
        assertThat(bench.now().stage()).isEqualTo(Stage.PARKED);
        return bench.latest(kind).key();
    }

    private void parkNow(InstructionKey key) {
        var cause = new Parking.Cause(
                Parking.Kind.OUTCOME,
                bench.now().instruction(key).kind(),
                Reason.of("outcome_unknown", "no answer"),
                null);
        bench.change(stored -> Transitions.park(stored, cause, bench.time()));
    }
}
