package io.portolan.console.text;

import io.portolan.domain.bank.Reason;

/** A reason as people read it. */
public final class ReasonText {
    private ReasonText() {}

    /** Such as {@code AC04: The account was closed}; the code alone if there is no detail. */
    public static String format(Reason reason) {
        return reason.detail().isBlank() ? reason.code() : reason.code() + ": " + reason.detail();
    }
}
