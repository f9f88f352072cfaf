package io.portolan.db.decision;

import static io.portolan.db.decision.SampleDecisions.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.Decisions.DecisionIdUsed;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.SamplePayments;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@OnBothServers
class JooqDecisionsTest {
    private static final Approval APPROVAL = new Approval("li.na", AT.plusSeconds(60));
    private static final Ending APPLIED = Ending.applied("parked", "已处理 paying out", AT.plusSeconds(90));

    private final TestDatabase db;
    private final Decisions decisions;
    private final PaymentId payment = PaymentId.next();

    JooqDecisionsTest(TestServer server) {
        db = TestDatabase.shared(server);
        decisions = db.database().decisions();
    }

    @Test
    void everyKindComesBackAsItWasRecorded() {
        InstructionKey key = new InstructionKey(payment, 99, 98, 97);
        List<RecordedDecision> recorded = List.of(
                        new Decision.Retry(header(1)),
                        new Decision.Unwind(header(2), 99),
                        new Decision.ResolveExecuted(header(3), key, SampleDecisions.EVIDENCE),
                        new Decision.ResolveNotExecuted(header(4), key, SampleDecisions.EVIDENCE),
                        new Decision.CorrectPayee(header(5), SamplePayments.payee("000123456789")),
                        new Decision.CorrectPayee(
                                header(6), SamplePayments.order().payer()),
                        new Decision.Cancel(header(7)),
                        new Decision.Hold(header(8)),
                        new Decision.Release(header(9)))
                .stream()
                .map(SampleDecisions::recorded)
                .toList();

        recorded.reversed().forEach(decisions::add);

        assertThat(decisions.of(payment)).containsExactlyElementsOf(recorded);
        assertThat(decisions.of(PaymentId.next())).isEmpty();
    }

    @Test
    void aDecisionIsFoundAtItsPaymentAlone() {
        RecordedDecision hold = decisions.add(SampleDecisions.hold(payment));

        assertThat(decisions.find(payment, idOf(hold))).contains(hold);
        assertThat(decisions.find(PaymentId.next(), idOf(hold))).isEmpty();
        assertThat(decisions.find(payment, DecisionHeader.nextId())).isEmpty();
    }

    @Test
    void aRepeatIsLeftAloneWhateverHasBecomeOfIt() {
        RecordedDecision hold = decisions.add(SampleDecisions.hold(payment));
        decisions.end(payment, idOf(hold), APPLIED);

        RecordedDecision known = decisions.add(again(hold, AT.plusNanos(2_000_000_001)));

        assertThat(known.ending()).isEqualTo(APPLIED);
        assertThat(decisions.of(payment)).containsExactly(known);
    }

    @Test
    void anIdThatWasUsedElsewhereIsRejected() {
        RecordedDecision hold = decisions.add(SampleDecisions.hold(payment));
        DecisionHeader header = hold.decision().header();
        PaymentId other = PaymentId.next();

        requireUsed(new Decision.Release(header));
        requireUsed(
                new Decision.Hold(new DecisionHeader(header.id(), payment, header.maker(), "another reason", 7, AT)));
        requireUsed(
                new Decision.Hold(new DecisionHeader(header.id(), payment, header.maker(), header.reason(), 8, AT)));
        requireUsed(new Decision.Hold(new DecisionHeader(header.id(), other, header.maker(), header.reason(), 7, AT)));
        assertThat(decisions.of(payment)).containsExactly(hold);
        assertThat(decisions.of(other)).isEmpty();
    }

    @Test
    void whatWaitsForASecondPersonIsApprovedOnce() {
        RecordedDecision evidence = decisions.add(SampleDecisions.evidence(payment));
        assertThat(decisions.listProposed()).contains(evidence);

        assertThat(decisions.approve(payment, idOf(evidence), APPROVAL)).isTrue();
        assertThat(decisions.approve(payment, idOf(evidence), new Approval("wang.fang", AT)))
                .isFalse();

        RecordedDecision approved = decisions.find(payment, idOf(evidence)).orElseThrow();
        assertThat(approved.approval()).isEqualTo(APPROVAL);
        assertThat(decisions.listApproved(payment)).containsExactly(approved);
        assertThat(decisions.listProposed()).doesNotContain(evidence, approved);
    }

    @Test
    void whoeverProposedItCannotApproveIt() {
        RecordedDecision evidence = decisions.add(SampleDecisions.evidence(payment));

        assertThatThrownBy(() -> decisions.approve(payment, idOf(evidence), new Approval(SampleDecisions.MAKER, AT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SampleDecisions.MAKER);

        assertThat(decisions.find(payment, idOf(evidence))).contains(evidence);
    }

    @Test
    void onlyWhatWasApprovedIsApplied() {
        RecordedDecision evidence = decisions.add(SampleDecisions.evidence(payment));

        assertThat(decisions.end(payment, idOf(evidence), APPLIED)).isFalse();
        assertThat(decisions.find(payment, idOf(evidence))).contains(evidence);

        decisions.approve(payment, idOf(evidence), APPROVAL);
        assertThat(decisions.end(payment, idOf(evidence), APPLIED)).isTrue();
        assertThat(decisions.find(payment, idOf(evidence)).orElseThrow().approval())
                .isEqualTo(APPROVAL);
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        RecordedDecision evidence = decisions.add(SampleDecisions.evidence(payment));
        Ending refused = Ending.refused("the payment has moved on", "completed", AT.plusSeconds(5));

        assertThat(decisions.end(payment, idOf(evidence), refused)).isTrue();
        assertThat(decisions.end(payment, idOf(evidence), Ending.refused("again", "x", AT)))
                .isFalse();
        assertThat(decisions.approve(payment, idOf(evidence), APPROVAL)).isFalse();
        assertThat(decisions.end(PaymentId.next(), idOf(evidence), refused)).isFalse();

        assertThat(decisions.find(payment, idOf(evidence)).orElseThrow().ending())
                .isEqualTo(refused);
    }

    @Test
    void aPaymentWithSeveralApprovedDecisionsIsWokenOnce() {
        PaymentId done = PaymentId.next();
        RecordedDecision carriedOut = decisions.add(SampleDecisions.hold(done));
        decisions.end(done, idOf(carriedOut), APPLIED);
        decisions.add(SampleDecisions.hold(payment));
        decisions.add(SampleDecisions.hold(payment));
        decisions.add(SampleDecisions.evidence(payment));

        assertThat(decisions.listAwaitingEffect(Integer.MAX_VALUE))
                .containsOnlyOnce(payment)
                .doesNotContain(done);
        assertThat(decisions.listAwaitingEffect(1)).hasSize(1);
    }

    @Test
    void aValueDateIsTheSameWhateverTheZoneOfTheMachine() {
        RecordedDecision evidence = SampleDecisions.evidence(payment);

        in("Pacific/Kiritimati", decisions -> decisions.add(evidence));
        List<RecordedDecision> read = in("Pacific/Pago_Pago", decisions -> decisions.of(payment));

        assertThat(read).containsExactly(evidence);
        assertThat(decisions.of(payment)).containsExactly(evidence);
    }

    /** On a machine in this zone: connections keep that of their beginning. */
    private <T> T in(String zone, Function<Decisions, T> work) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Database there = Database.open(new DatabaseSettings(db.url(), db.app(), 1))) {
            return work.apply(there.decisions());
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private void requireUsed(Decision decision) {
        assertThatThrownBy(() -> decisions.add(SampleDecisions.recorded(decision)))
                .isInstanceOf(DecisionIdUsed.class)
                .hasMessageContaining(decision.header().id());
    }

    private DecisionHeader header(int second) {
        return new DecisionHeader(
                DecisionHeader.nextId(), payment, "merchant:acme", "r", second, AT.plusSeconds(second));
    }

    private static RecordedDecision again(RecordedDecision hold, Instant at) {
        DecisionHeader first = hold.decision().header();
        return SampleDecisions.recorded(new Decision.Hold(
                new DecisionHeader(first.id(), first.payment(), first.maker(), first.reason(), first.version(), at)));
    }

    private static String idOf(RecordedDecision decision) {
        return decision.decision().header().id();
    }
}
