package io.portolan.db.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.operations.Recheck;
import io.portolan.domain.operations.Recheck.Cause;
import io.portolan.domain.operations.Rechecks;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothServers
class JooqRechecksTest {
    private static final Instant NOON = SamplePayments.NOON;
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Instant IN_A_YEAR = NOON.plus(Duration.ofDays(365));

    private final TestDatabase db;
    private final Rechecks rechecks;
    private final InstructionKey key = keyOf(SamplePayments.cnyToUsd(), MovementKind.COLLECTION);

    JooqRechecksTest(TestServer server) {
        db = TestDatabase.on(server);
        rechecks = db.database().rechecks();
    }

    @AfterEach
    void dropDatabase() {
        db.close();
    }

    @Test
    void addsWhatWasRejectedAndReturnedAndNothingElse() {
        Payment rejected = db.add(rejected());
        Payment returned = db.add(returned());
        db.add(SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.PAYOUT));

        int looked = rechecks.addEnded(LATER, 10);

        assertThat(looked).isEqualTo(3);
        assertThat(rechecks.listDue(IN_A_YEAR, 10))
                .containsExactlyInAnyOrder(
                        Recheck.first(keyOf(rejected, MovementKind.COLLECTION), Cause.REJECTED, NOON),
                        Recheck.first(keyOf(returned, MovementKind.PAYOUT), Cause.RETURNED, NOON));
    }

    @Test
    void looksAtEachChangeOfAPaymentOnce() {
        db.add(rejected());

        assertThat(rechecks.addEnded(NOON, 10)).isZero();
        assertThat(rechecks.addEnded(LATER, 10)).isEqualTo(1);
        assertThat(rechecks.addEnded(LATER, 10)).isZero();
    }

    @Test
    void goesThroughPaymentsOfTheSameInstantPageByPage() {
        addRejected(5);

        assertThat(rechecks.addEnded(LATER, 2)).isEqualTo(2);
        assertThat(rechecks.addEnded(LATER, 2)).isEqualTo(2);
        assertThat(rechecks.addEnded(LATER, 2)).isEqualTo(1);

        assertThat(rechecks.listDue(IN_A_YEAR, 10)).hasSize(5);
    }

    @Test
    void beginsWithTheSameEndOnlyOnceAlsoWhenItsRoundsAreOver() {
        Payment payment = db.add(rejected());
        rechecks.addEnded(LATER, 10);
        rechecks.end(onlyOne());

        db.database().payments().change(payment.id(), now -> Transitions.requestCancel(now, LATER));

        assertThat(rechecks.addEnded(LATER.plusSeconds(1), 10)).isEqualTo(1);
        assertThat(rechecks.listDue(IN_A_YEAR, 10)).isEmpty();
    }

    @Test
    void addsEachOnceHoweverManyLookAtOnce() throws Exception {
        addRejected(8);

        List<Integer> looked = ConcurrentRuns.run(4, _ -> () -> rechecks.addEnded(LATER, 3));

        assertThat(looked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8);
        assertThat(rechecks.listDue(IN_A_YEAR, 20)).hasSize(8);
    }

    @Test
    void listsWhatIsDueTheLongestDueFirst() {
        rechecks.addCallback(key.next(), LATER);
        rechecks.addCallback(key, NOON);

        assertThat(rechecks.listDue(NOON, 10)).extracting(Recheck::key).containsExactly(key);
        assertThat(rechecks.listDue(LATER, 10)).extracting(Recheck::key).containsExactly(key, key.next());
        assertThat(rechecks.listDue(LATER, 1)).extracting(Recheck::key).containsExactly(key);
    }

    @Test
    void isFollowedByItsNextRound() {
        db.add(rejected());
        rechecks.addEnded(LATER, 10);
        Recheck first = onlyOne();
        Recheck second = first.failed(first.dueAt()).orElseThrow();

        assertThat(rechecks.replace(first, second)).isTrue();
        assertThat(rechecks.replace(first, second)).isFalse();

        assertThat(onlyOne()).isEqualTo(second);
    }

    @Test
    void aCallbackIsAskedAboutOnceAndAgainAfterTheNext() {
        rechecks.addCallback(key, NOON);
        assertThat(rechecks.end(onlyOne())).isTrue();
        assertThat(rechecks.listDue(IN_A_YEAR, 10)).isEmpty();

        rechecks.addCallback(key, LATER);

        assertThat(onlyOne()).isEqualTo(Recheck.first(key, Cause.CALLBACK, LATER));
    }

    @Test
    void aCallbackIsNotLostThatComesWhileAnotherIsAskedAbout() {
        rechecks.addCallback(key, NOON);
        Recheck asked = onlyOne();

        rechecks.addCallback(key, LATER);

        assertThat(rechecks.end(asked)).isFalse();
        assertThat(onlyOne().dueAt()).isEqualTo(NOON);
    }

    @Test
    void aCallbackBringsForwardWhatWasPutOff() {
        rechecks.addCallback(key, NOON);
        rechecks.replace(onlyOne(), onlyOne().failed(LATER).orElseThrow());

        rechecks.addCallback(key, LATER);

        assertThat(onlyOne()).isEqualTo(Recheck.first(key, Cause.CALLBACK, LATER));
    }

    private void addRejected(int count) {
        for (int i = 0; i < count; i++) {
            db.add(rejected());
        }
    }

    private Recheck onlyOne() {
        List<Recheck> waiting = rechecks.listDue(IN_A_YEAR, 10);
        assertThat(waiting).hasSize(1);
        return waiting.getFirst();
    }

    private static InstructionKey keyOf(Payment payment, MovementKind kind) {
        return SamplePayments.keyOf(payment, kind);
    }

    private static Payment rejected() {
        Payment accepted = SamplePayments.cnyToUsd();
        InstructionKey key = keyOf(accepted, MovementKind.COLLECTION);
        InquiryResult noFunds = new InquiryResult.Rejected(Reason.of("insufficient_funds", "no money"));
        return Transitions.recordInquiry(SamplePayments.begun(accepted, key), key, noFunds, NOON)
                .payment();
    }

    private static Payment returned() {
        Payment paid = SamplePayments.bookedUpTo(SamplePayments.cnyToUsd(), MovementKind.PAYOUT);
        PayoutReturn back = new PayoutReturn("R1", paid.destination(), Reason.of("ac04", "account closed"), NOON);
        return Transitions.recordReturn(paid, keyOf(paid, MovementKind.PAYOUT), back, NOON)
                .payment();
    }
}
