package io.portolan.console.form;

import io.portolan.domain.decision.DecisionHeader;

/** Text that a person typed into a form. */
public final class FormInput {
    /** Far more than any field may hold: what is too long can be shown again, but not without limit. */
    private static final int MAX_LENGTH = 2_000;

    private FormInput() {}

    /** The text without the space around it, cut after 2,000 characters. */
    public static String clean(String text) {
        String stripped = text.strip();
        return stripped.length() <= MAX_LENGTH ? stripped : stripped.substring(0, MAX_LENGTH);
    }

    /** What is wrong with a reason; empty if nothing is. */
    public static String reasonError(String reason, String messageIfEmpty) {
        if (reason.isEmpty()) {
            return messageIfEmpty;
        }
        return reason.length() <= DecisionHeader.MAX_REASON_LENGTH
                ? ""
                : "Use at most %d characters (currently %d)."
                        .formatted(DecisionHeader.MAX_REASON_LENGTH, reason.length());
    }
}
