package io.portolan.workflows.legs;

import io.portolan.domain.instruction.MovementOutcome;
import io.temporal.activity.ActivityInterface;

/** The leg at the dealer's bank, there and back. Every activity is safe to call again, as in {@link CollectionActivities}. */
@ActivityInterface(namePrefix = "Conversion")
public interface ConversionActivities {
    /**
     * Brings the money to the dealer's bank and trades it there, at a new rate within the merchant's tolerance if the old one has lapsed. Unknown
     * if either is.
     */
    MovementOutcome convert(String payment);

    /** Sells back what the unwind plan says; NothingToDo where it reverses nothing. */
    MovementOutcome reverse(String payment);

    /** Asks once for {@link #convert}, and fails benignly, to be called again later, while bank or dealer have not decided. */
    WaitResult awaitConversion(String payment);

    /** Asks once for {@link #reverse}, as {@link #awaitConversion}. */
    WaitResult awaitReversal(String payment);
}
