package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.callback.Callback;
import io.portolan.simulators.instruction.Instruction;
import java.time.Instant;
import java.util.Optional;

/** Makes the callback about an instruction; empty if no URL is registered. */
@FunctionalInterface
public interface CallbackSource {

    Optional<Callback> callbackFor(Instruction instruction, Instant at);
}
