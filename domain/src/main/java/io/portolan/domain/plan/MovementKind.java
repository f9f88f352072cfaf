package io.portolan.domain.plan;

import io.portolan.domain.ids.Leg;
import java.util.Arrays;
import java.util.Locale;

/** What a movement does: the four that go forward, and the three that compensate. */
public enum MovementKind {
    COLLECTION(Leg.COLLECTION),
    /** Brings the money to the dealer's bank, before the trade. */
    TOP_UP(Leg.CONVERSION),
    TRADE(Leg.CONVERSION),
    PAYOUT(Leg.PAYOUT),
    /** Sells back what the trade bought. */
    REVERSAL(Leg.CONVERSION),
    /** Brings the money back from the dealer's bank. */
    TOP_UP_RETURN(Leg.CONVERSION),
    /** Gives the buyer back what was collected. */
    REFUND(Leg.COLLECTION);

    private final Leg leg;

    MovementKind(Leg leg) {
        this.leg = leg;
    }

    /** As it stands in events and on pages, such as {@code top-up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Leg leg() {
        return leg;
    }

    /** Whether it gives back what another movement took. */
    public boolean isCompensation() {
        return this == REVERSAL || this == TOP_UP_RETURN || this == REFUND;
    }

    /** @throws IllegalArgumentException if no movement has this code */
    public static MovementKind parse(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no movement is called " + code));
    }
}
