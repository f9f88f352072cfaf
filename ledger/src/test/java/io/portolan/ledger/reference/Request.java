package io.portolan.ledger.reference;

import io.portolan.ledger.command.Command;
import java.time.Instant;
import java.util.List;

/** What one client asks together, at an instant that the script gives: all of it happens, or none. */
record Request(List<Command> commands, Instant at) {
    Request {
        commands = List.copyOf(commands);
    }
}
