package io.portolan.console.text;

import io.portolan.domain.decision.DecisionKind;
import io.portolan.domain.decision.Evidence;

/** What people decide, and where they saw evidence, in words. */
public final class DecisionNames {
    private DecisionNames() {}

    /** Such as {@code Correct the payee}. */
    public static String title(DecisionKind kind) {
        return switch (kind) {
            case RETRY -> "Retry";
            case UNWIND -> "Unwind";
            case RESOLVE_EXECUTED -> "Resolve as executed";
            case RESOLVE_NOT_EXECUTED -> "Resolve as not executed";
            case CORRECT_PAYEE -> "Correct the payee";
            case CANCEL -> "Cancel";
            case HOLD -> "Hold";
            case RELEASE -> "Release";
        };
    }

    /** Such as {@code Statement line}. */
    public static String title(Evidence.Source source) {
        return switch (source) {
            case STATEMENT_LINE -> "Statement line";
            case BANK_PORTAL -> "The bank\u2019s portal";
            case LETTER -> "Letter";
            case CALL -> "Call with somebody at the bank";
        };
    }
}
