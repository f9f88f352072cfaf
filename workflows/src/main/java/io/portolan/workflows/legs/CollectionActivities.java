package io.portolan.workflows.legs;

import io.portolan.domain.instruction.MovementOutcome;
import io.temporal.activity.ActivityInterface;

/**
 * The leg at the buyer's side, there and back. Every activity is safe to call again: the key of the instruction is fixed in the database before it
 * is sent, and what is recorded there is answered without asking the bank.
 */
@ActivityInterface(namePrefix = "Collection")
public interface CollectionActivities {
    /** Takes the money from the buyer; polls for a few seconds, and is Unknown if that was too short. */
    MovementOutcome collect(String payment);

    /** Gives the buyer back what the unwind plan says; NothingToDo where it refunds nothing. */
    MovementOutcome refund(String payment);

    /** Asks once for {@link #collect}, and fails benignly, to be called again later, while the bank has not decided. */
    WaitResult awaitCollection(String payment);

    /** Asks once for {@link #refund}, as {@link #awaitCollection}. */
    WaitResult awaitRefund(String payment);
}
