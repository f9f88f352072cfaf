package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.instruction.Instruction;

/** The result of taking in an instruction. */
public sealed interface IntakeResult {

    /** The key is new: this is the instruction, stored. */
    record Stored(Instruction instruction) implements IntakeResult {}

    /** The key is known with the same content: this is its current state, and no money has moved again. */
    record Repeated(Instruction instruction) implements IntakeResult {}

    /** The key is known with different content. */
    record Conflicting() implements IntakeResult {}
}
