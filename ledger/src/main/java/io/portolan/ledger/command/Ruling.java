package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import org.jspecify.annotations.Nullable;

/** What the rules make of one command. */
sealed interface Ruling {
    /** It becomes this event. */
    record Happens(Event event) implements Ruling {}

    /** It cannot happen. */
    record Refused(Rejection rejection) implements Ruling {}

    static Ruling refuse(Command command, Reason reason, String required, Object found) {
        return refuse(command, reason, null, required, found);
    }

    static Ruling refuse(Command command, Reason reason, @Nullable AccountId account, String required, Object found) {
        return new Refused(
                new Rejection(command.key(), command.requestHash(), reason, account, required, found.toString()));
    }
}
