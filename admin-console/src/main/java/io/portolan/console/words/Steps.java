package io.portolan.console.words;

import io.portolan.domain.identity.Leg;
import io.portolan.domain.identity.Step;

/** The names of legs and steps, as a noun that fits into a sentence. */
public final class Steps {
    private Steps() {}

    /** Such as {@code top-up}. */
    public static String say(Step step) {
        return step.word();
    }

    /** Such as {@code Top-up}. */
    public static String title(Step step) {
        return switch (step) {
            case COLLECTION -> "Collection";
            case TOP_UP -> "Top-up";
            case CONVERSION -> "Conversion";
            case PAYOUT -> "Payout";
            case REVERSAL -> "Reversal";
            case REFUND -> "Refund";
        };
    }

    /** Such as {@code Collection}. */
    public static String title(Leg leg) {
        return switch (leg) {
            case COLLECTION -> "Collection";
            case CONVERSION -> "Conversion";
            case PAYOUT -> "Payout";
        };
    }
}
