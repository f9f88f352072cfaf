package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Rejection;

/** What is to become of an instruction, decided once, when it is stored. */
public sealed interface IntendedOutcome {

    /** It is booked, with this fault. */
    record Booking(Fault fault) implements IntendedOutcome {}

    /** It is rejected in the response. */
    record ImmediateRejection(Rejection reason) implements IntendedOutcome {}

    /** It is taken, and rejected after a while. */
    record LateRejection(Rejection reason) implements IntendedOutcome {}

    /** It is stored and stays pending for ever; no callback. */
    record PendingForever() implements IntendedOutcome {}
}
