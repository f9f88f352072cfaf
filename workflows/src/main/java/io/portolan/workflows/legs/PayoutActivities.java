package io.portolan.workflows.legs;

import io.portolan.domain.instruction.MovementOutcome;
import io.temporal.activity.ActivityInterface;

/** The leg at the seller's side. Every activity is safe to call again, as in {@link CollectionActivities}. */
@ActivityInterface(namePrefix = "Payout")
public interface PayoutActivities {
    /** Pays the seller. Rejected also for a payout that was booked and has come back since. */
    MovementOutcome payOut(String payment);

    /** Asks once for {@link #payOut}, and fails benignly, to be called again later, while the bank has not decided. */
    WaitResult awaitPayout(String payment);
}
