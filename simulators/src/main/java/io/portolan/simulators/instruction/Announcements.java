package io.portolan.simulators.instruction;

import io.portolan.simulators.callback.Message;
import java.time.Instant;
import java.util.Optional;

/** Words what a counterparty tells about an instruction on its own; nothing where nobody listens. */
@FunctionalInterface
public interface Announcements {

    Optional<Message> about(Instruction instruction, Instant at);
}
