package io.portolan.domain.operations;

import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.ids.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that operations must know and that nothing repairs by itself: open until an operator ends it.
 *
 * @param subject what it is about, such as {@code NOSTRO:B:CNY}
 * @param detail one sentence without personal data; cut after 500 characters, because a long alert is better than none
 * @param end how it ended; null while it is open
 */
public record Alert(
        String id,
        Instant raisedAt,
        String subject,
        String detail,
        @Nullable End end) {
    /** Who ended it, why and when. */
    public record End(String operator, String reason, Instant endedAt) {
        public End {
            if (operator.isBlank()) {
                throw new IllegalArgumentException("an operator ends an alert");
            }
            if (reason.isBlank() || reason.length() > DecisionHeader.MAX_REASON_LENGTH) {
                throw new IllegalArgumentException("a reason has 1 to 500 characters");
            }
        }
    }

    private static final String PREFIX = "alert_";
    private static final int LONGEST_SUBJECT = 160;
    private static final int LONGEST_DETAIL = 500;

    public Alert {
        Ids.require(PREFIX, id);
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("an alert's subject has 1 to 160 characters");
        }
        if (detail.isBlank()) {
            throw new IllegalArgumentException("an alert says what is wrong");
        }
        detail = cut(detail.strip());
    }

    /** A new one, open, with an id of its own. */
    public static Alert of(String subject, String detail, Instant raisedAt) {
        return new Alert(Ids.next(PREFIX), raisedAt, subject, detail, null);
    }

    /** Whether nobody has ended it yet. */
    public boolean isOpen() {
        return end == null;
    }

    /** The same alert, ended. */
    public Alert endedBy(End how) {
        return new Alert(id, raisedAt, subject, detail, how);
    }

    private static String cut(String detail) {
        if (detail.length() <= LONGEST_DETAIL) {
            return detail;
        }
        boolean splits = Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1));
        return detail.substring(0, splits ? LONGEST_DETAIL - 1 : LONGEST_DETAIL);
    }
}
