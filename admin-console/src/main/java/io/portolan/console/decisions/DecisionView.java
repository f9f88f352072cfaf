package io.portolan.console.decisions;

import io.portolan.console.text.Badge;
import io.portolan.console.text.DecisionNames;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recorded decision: what was decided, by whom, who checked it, and what it changed.
 *
 * @param checker empty where nobody has approved it, or nobody had to
 * @param detail why it was refused or lapsed; empty if it was not
 * @param lapsesAt null where nobody has to approve it any more
 */
public record DecisionView(
        String id,
        String title,
        Badge status,
        String maker,
        Timestamp madeAt,
        String reason,
        int version,
        List<ContentRow> content,
        String checker,
        @Nullable Timestamp approvedAt,
        @Nullable Timestamp lapsesAt,
        @Nullable Timestamp endedAt,
        String detail,
        String before,
        String after) {

    /** With personal data masked. */
    public static DecisionView of(RecordedDecision recorded, Payment payment, Instant now) {
        return of(recorded, DecisionContent.of(recorded.decision(), payment), now);
    }

    /** With this content. */
    public static DecisionView of(RecordedDecision recorded, List<ContentRow> content, Instant now) {
        Decision decision = recorded.decision();
        DecisionHeader header = decision.header();
        Approval approval = recorded.approval();
        Ending ending = recorded.ending();
        boolean proposed = recorded.status() == DecisionStatus.PROPOSED;
        return new DecisionView(
                header.id(),
                DecisionNames.title(decision.kind()),
                Badge.of(recorded.status()),
                header.maker(),
                new Timestamp(header.madeAt(), now),
                header.reason(),
                header.version(),
                content,
                approval == null ? "" : approval.checker(),
                approval == null ? null : new Timestamp(approval.approvedAt(), now),
                proposed ? new Timestamp(recorded.lapsesAt(), now) : null,
                ending == null ? null : new Timestamp(ending.endedAt(), now),
                ending == null ? "" : ending.detail(),
                ending == null ? "" : ending.before(),
                ending == null ? "" : ending.after());
    }

    /** Whether it changed anything that can be told. */
    public boolean hasChanged() {
        return !before.equals(after);
    }
}
