package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Rejection;

/** What is to become of an instruction, decided once, when it is stored. */
public sealed interface IntendedOutcome {

    /** It is booked, in the way that the quirk says. */
    record Booking(Fault fault) implements IntendedOutcome {}

    /** It is refused in the very answer. */
    record ImmediateRejection(Rejection reason) implements IntendedOutcome {}

    /** It is accepted at first and rejected after a while. */
    record LateRejection(Rejection reason) implements IntendedOutcome {}

    /** It is stored, and never heard of again. */
    record PendingForever() implements IntendedOutcome {}
}
