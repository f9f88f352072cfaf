package io.portolan.workflows.payment;

import io.portolan.domain.instruction.MovementOutcome;
import java.time.Instant;

/** How far a payment has come when it was driven on. */
public sealed interface Advance {
    /** A movement ended like this; there is more to do. The key is its instruction's. */
    record Moved(String instruction, MovementOutcome outcome) implements Advance {}

    /** The bank has not decided about this instruction; it is asked until then. */
    record Pending(String instruction, Instant until) implements Advance {}

    /** Nothing is to be done until that time, or until there is news. */
    record Waiting(Instant until) implements Advance {}

    /** Nothing is to be done until there is news. */
    record AwaitingNews() implements Advance {}

    /** The payment has ended. */
    record Ended(Result result) implements Advance {}
}
