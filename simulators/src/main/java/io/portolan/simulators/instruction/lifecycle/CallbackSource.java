package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.callback.Callback;
import io.portolan.simulators.instruction.Instruction;
import java.time.Instant;
import java.util.Optional;

/** Words what a counterparty tells about an instruction on its own; nothing where nobody listens. */
@FunctionalInterface
public interface CallbackSource {

    Optional<Callback> callbackFor(Instruction instruction, Instant at);
}
