package io.portolan.console.decisions;

import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.saga.DecisionEffects;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decisions that wait for a second person. */
@Component
public class ProposedDecisions {
    private final Decisions decisions;
    private final Payments payments;
    private final Clock clock;

    ProposedDecisions(Decisions decisions, Payments payments, Clock clock) {
        this.decisions = decisions;
        this.payments = payments;
        this.clock = clock;
    }

    /** How many there are, up to 200. */
    public int count() {
        Instant now = clock.instant();
        return (int) decisions.listProposed().stream()
                .filter(proposed -> now.isBefore(proposed.lapsesAt()))
                .count();
    }

    /** Ends what has lapsed, and lists the others, oldest first, at most 200. */
    public List<RecordedDecision> list() {
        return decisions.listProposed().stream()
                .filter(proposed -> !endIfLapsed(proposed))
                .toList();
    }

    /** The decision with this id, after it was ended if it had lapsed. */
    public Optional<RecordedDecision> find(PaymentId payment, String id) {
        Optional<RecordedDecision> found = decisions.find(payment, id);
        return found.filter(this::endIfLapsed).isPresent() ? decisions.find(payment, id) : found;
    }

    private boolean endIfLapsed(RecordedDecision recorded) {
        Instant now = clock.instant();
        if (recorded.status() != DecisionStatus.PROPOSED || now.isBefore(recorded.lapsesAt())) {
            return false;
        }
        DecisionHeader header = recorded.decision().header();
        String summary = payments.find(header.payment())
                .map(DecisionEffects::summaryOf)
                .orElseThrow(() -> new IllegalStateException("a decision about no payment: " + header.id()));
        decisions.end(
                header.payment(),
                header.id(),
                new Ending(DecisionStatus.LAPSED, "nobody approved it in time", summary, summary, now));
        return true;
    }
}
