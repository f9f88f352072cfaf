package io.portolan.console.text;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Leg;
import io.portolan.domain.ids.Step;

/** The names of legs and steps, for titles and within sentences. */
public final class StepNames {
    private StepNames() {}

    /** Such as {@code top-up}. */
    public static String name(Step step) {
        return step.code();
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

    /** Such as {@code Top-up, attempt 1}. */
    public static String title(InstructionKey instruction) {
        return "%s, attempt %d".formatted(title(instruction.step()), instruction.attempt());
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
