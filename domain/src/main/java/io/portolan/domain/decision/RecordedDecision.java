package io.portolan.domain.decision;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands in the database.
 *
 * @param lapsesAt when it can be approved no longer
 * @param approval who approved it; null where nobody has, or nobody had to
 * @param ending how it ended; null while it has not
 */
public record RecordedDecision(
        Decision decision,
        DecisionStatus status,
        Instant lapsesAt,
        @Nullable Approval approval,
        @Nullable Ending ending) {

    /** The second person, and when. */
    public record Approval(String checker, Instant approvedAt) {}

    /**
     * How it ended.
     *
     * @param detail why it was refused; empty if it was carried out
     * @param before the payment as it was before the effect, in short and without personal data; so {@code after}
     */
    public record Ending(DecisionStatus status, String detail, String before, String after, Instant endedAt) {
        public Ending {
            if (!status.isFinal()) {
                throw new IllegalArgumentException(status + " is not an end");
            }
        }

        /** It was carried out. */
        public static Ending applied(String before, String after, Instant at) {
            return new Ending(DecisionStatus.APPLIED, "", before, after, at);
        }

        /** It was refused: nothing has changed. */
        public static Ending refused(String why, String before, Instant at) {
            return new Ending(DecisionStatus.REFUSED, why, before, before, at);
        }
    }

    /** Why this person may not approve it now; empty if he may. */
    public Optional<String> objectionTo(String checker, Instant now) {
        if (status != DecisionStatus.PROPOSED) {
            return Optional.of("it is " + status.name().toLowerCase(Locale.ROOT) + " already");
        }
        if (checker.equals(decision.header().maker())) {
            return Optional.of("whoever proposed it cannot approve it");
        }
        return now.isBefore(lapsesAt) ? Optional.empty() : Optional.of("it has lapsed: propose it again");
    }
}
