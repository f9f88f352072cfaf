package io.portolan.db.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.testing.ConcurrentRuns;
import io.portolan.db.testing.OnBothServers;
import io.portolan.db.testing.TestDatabase;
import io.portolan.db.testing.TestServer;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.Decisions.DecisionIdUsed;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnBothServers
class ConcurrentDecisionsTest {
    private static final int THREADS = 8;

    private final Decisions decisions;
    private final PaymentId payment = PaymentId.next();

    ConcurrentDecisionsTest(TestServer server) {
        decisions = TestDatabase.shared(server).database().decisions();
    }

    @Test
    void theSameDecisionAddedByManyAtOnceIsOne() throws Exception {
        RecordedDecision hold = SampleDecisions.hold(payment);

        List<RecordedDecision> known = ConcurrentRuns.run(THREADS, _ -> () -> decisions.add(hold));

        assertThat(known).hasSize(THREADS).containsOnly(hold);
        assertThat(decisions.of(payment)).containsExactly(hold);
    }

    @Test
    void anIdUsedByManyPaymentsAtOnceIsThatOfOne() throws Exception {
        DecisionHeader first = SampleDecisions.header(payment);

        List<Boolean> added = ConcurrentRuns.run(THREADS, _ -> () -> {
            DecisionHeader mine =
                    new DecisionHeader(first.id(), PaymentId.next(), first.maker(), first.reason(), 1, first.madeAt());
            try {
                decisions.add(SampleDecisions.recorded(new Decision.Cancel(mine)));
                return true;
            } catch (DecisionIdUsed used) {
                return false;
            }
        });

        assertThat(added).containsOnlyOnce(true);
    }

    @Test
    void aDecisionApprovedByManyAtOnceHasOneChecker() throws Exception {
        RecordedDecision evidence = decisions.add(SampleDecisions.evidence(payment));
        String id = evidence.decision().header().id();

        List<Boolean> approved = ConcurrentRuns.run(
                THREADS,
                thread -> () -> decisions.approve(payment, id, new Approval("checker-" + thread, SampleDecisions.AT)));

        assertThat(approved).containsOnlyOnce(true);
        RecordedDecision stored = decisions.find(payment, id).orElseThrow();
        assertThat(stored.approval()).isEqualTo(new Approval("checker-" + approved.indexOf(true), SampleDecisions.AT));
    }

    @Test
    void aDecisionEndedByManyAtOnceEndsOnce() throws Exception {
        RecordedDecision hold = decisions.add(SampleDecisions.hold(payment));
        String id = hold.decision().header().id();

        List<Boolean> ended = ConcurrentRuns.run(
                THREADS,
                thread -> () -> decisions.end(payment, id, Ending.refused("by " + thread, "held", SampleDecisions.AT)));

        assertThat(ended).containsOnlyOnce(true);
        RecordedDecision stored = decisions.find(payment, id).orElseThrow();
        assertThat(stored.status()).isEqualTo(DecisionStatus.REFUSED);
        assertThat(stored.ending().detail()).isEqualTo("by " + ended.indexOf(true));
    }
}
