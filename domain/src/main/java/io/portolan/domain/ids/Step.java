package io.portolan.domain.ids;

import java.util.Arrays;

/** What we can instruct for a payment: the movements of its three legs, and the two that compensate. */
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

    private final String code;
    private final Leg leg;

    Step(String code, Leg leg) {
        this.code = code;
        this.leg = leg;
    }

    /** As it stands in keys and events, such as {@code top-up}. */
    public String code() {
        return code;
    }

    public Leg leg() {
        return leg;
    }

    public boolean isCompensation() {
        return this == REVERSAL || this == REFUND;
    }

    /** @throws IllegalArgumentException if no step has this code */
    public static Step parse(String code) {
        return Arrays.stream(values())
                .filter(step -> step.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step is called " + code));
    }
}
