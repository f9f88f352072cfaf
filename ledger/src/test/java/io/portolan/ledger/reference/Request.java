package io.portolan.ledger.reference;

import io.portolan.ledger.command.Command;
import java.time.Instant;
import java.util.List;

/** The commands that one client submits together, at a given instant: all of them take effect, or none. */
record Request(List<Command> commands, Instant at) {
    Request {
        commands = List.copyOf(commands);
    }
}
