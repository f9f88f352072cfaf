package io.portolan.domain.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which decisions two people make together, and for how long the second may think about it.
 *
 * @param twoPeople beside those that always need two
 */
public record DecisionPolicy(Set<DecisionKind> twoPeople, Duration lapsesAfter) {
    public DecisionPolicy {
        Set<DecisionKind> all = EnumSet.noneOf(DecisionKind.class);
        all.addAll(twoPeople);
        for (DecisionKind kind : DecisionKind.values()) {
            if (kind.alwaysNeedsTwo()) {
                all.add(kind);
            }
        }
        twoPeople = Set.copyOf(all);
        if (!lapsesAfter.isPositive()) {
            throw new IllegalArgumentException("an approval may take some time");
        }
    }

    public boolean needsTwo(DecisionKind kind) {
        return twoPeople.contains(kind);
    }

    /** The decision as it is recorded when it is made: to be approved, or to be carried out at once. */
    public RecordedDecision recorded(Decision decision) {
        Instant madeAt = decision.header().madeAt();
        DecisionStatus status = needsTwo(decision.kind()) ? DecisionStatus.PROPOSED : DecisionStatus.APPROVED;
        return new RecordedDecision(decision, status, madeAt.plus(lapsesAfter), null, null);
    }
}
