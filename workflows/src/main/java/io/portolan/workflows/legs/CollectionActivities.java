package io.portolan.workflows.legs;

import io.portolan.domain.bank.LegOutcome;
import io.temporal.activity.ActivityInterface;

/**
 * The leg at the buyer's side, there and back. Every activity is safe to call again: the key of the instruction is fixed in the database before it
 * is sent, and what is recorded there is answered without asking the bank.
 */
@ActivityInterface(namePrefix = "Collection")
public interface CollectionActivities {
    /** Takes the money from the buyer; polls for a few seconds, and is Unknown if that was too short. */
    LegOutcome collect(String payment);

    /** Gives the buyer back what the plan of the undo says; Accepted also where there is nothing to give back. */
    LegOutcome refund(String payment);

    /** Asks once for {@link #collect}, and fails benignly, to be called again later, while the bank has not decided. */
    Waited awaitCollection(String payment);

    /** Asks once for {@link #refund}, as {@link #awaitCollection}. */
    Waited awaitRefund(String payment);
}
