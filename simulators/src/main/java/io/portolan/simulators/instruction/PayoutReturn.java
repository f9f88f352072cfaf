package io.portolan.simulators.instruction;

import io.portolan.simulators.money.Money;
import java.time.Instant;

/** Money of a settled payout that came back, which may be less than was paid. */
public record PayoutReturn(long number, Money amount, String reason, Instant returnedAt) {

    /** The purpose that its statement line shows. */
    public static final String PURPOSE = "RETURN";

    /** The bank's own reference of the return. */
    public String reference() {
        return reference(number);
    }

    public static String reference(long number) {
        return "R%011d".formatted(number);
    }
}
