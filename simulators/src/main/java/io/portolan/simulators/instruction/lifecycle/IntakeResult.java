package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.instruction.Instruction;

/** What came of handing in an instruction. */
public sealed interface IntakeResult {

    /** The key is new: this is the instruction, stored. */
    record Stored(Instruction instruction) implements IntakeResult {}

    /** The key is known with the same content: this is how far it has come. Nothing has moved again. */
    record Repeated(Instruction instruction) implements IntakeResult {}

    /** The key is known with other content. */
    record Conflicting() implements IntakeResult {}
}
