package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import org.jspecify.annotations.Nullable;

/** What the rules decide about one command. */
sealed interface RuleResult {
    /** The command becomes this event. */
    record Allowed(Event event) implements RuleResult {}

    /** The command is rejected. */
    record Rejected(Rejection rejection) implements RuleResult {}

    static RuleResult reject(Command command, Reason reason, String required, Object found) {
        return reject(command, reason, null, required, found);
    }

    static RuleResult reject(
            Command command, Reason reason, @Nullable AccountId account, String required, Object found) {
        return new Rejected(
                new Rejection(command.key(), command.requestHash(), reason, account, required, found.toString()));
    }
}
