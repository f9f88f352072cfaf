package io.portolan.simulators.instruction;

/** What is to become of an instruction, decided once, when it is stored. */
public sealed interface Plan {

    /** It is booked, in the way that the quirk says. */
    record Book(Quirk quirk) implements Plan {}

    /** It is refused in the very answer. */
    record Refuse(Rejection reason) implements Plan {}

    /** It is accepted at first and rejected after a while. */
    record RejectLater(Rejection reason) implements Plan {}

    /** It is stored, and never heard of again. */
    record StaySilent() implements Plan {}
}
