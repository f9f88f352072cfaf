package io.portolan.domain.identity;

import java.util.Arrays;

/** What we can instruct for a payment: the movements of its three legs, and the two that undo. */
public enum Step {
    COLLECTION("collection", Leg.COLLECTION),
    /** Brings the money to the dealer's bank, before the conversion. */
    TOP_UP("top-up", Leg.CONVERSION),
    CONVERSION("conversion", Leg.CONVERSION),
    PAYOUT("payout", Leg.PAYOUT),
    /** Sells back what the conversion bought. */
    REVERSAL("reversal", Leg.CONVERSION),
    /** Gives the buyer back what was collected. */
    REFUND("refund", Leg.COLLECTION);

    private final String word;
    private final Leg leg;

    Step(String word, Leg leg) {
        this.word = word;
        this.leg = leg;
    }

    /** The word in keys and events, such as {@code top-up}. */
    public String word() {
        return word;
    }

    public Leg leg() {
        return leg;
    }

    public boolean isUndo() {
        return this == REVERSAL || this == REFUND;
    }

    /** @throws IllegalArgumentException if no step has this word */
    public static Step parse(String word) {
        return Arrays.stream(values())
                .filter(step -> step.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step is called " + word));
    }
}
