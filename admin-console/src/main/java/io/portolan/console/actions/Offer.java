package io.portolan.console.actions;

import io.portolan.domain.identity.Ids;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action as the page offers it: its form with an id of its own, or why it cannot be done now.
 *
 * @param obstacle why it cannot be done now; empty if it can
 * @param message what became of the last attempt, if it did not go through
 */
public record Offer(Deed deed, String obstacle, Typed typed, Map<String, String> errors, String message) {
    public Offer {
        errors = Map.copyOf(errors);
    }

    static Offer of(Deed deed, String obstacle, @Nullable Attempt attempt) {
        return attempt == null || attempt.deed() != deed
                ? new Offer(deed, obstacle, Typed.untouched(Ids.next("act_")), Map.of(), "")
                : new Offer(deed, obstacle, attempt.typed(), attempt.errors(), attempt.message());
    }

    /** Whether the payment is in a state for it. */
    public boolean isOpen() {
        return obstacle.isEmpty();
    }

    /** Whether the last attempt did not go through, so that its form should stand open. */
    public boolean wasTried() {
        return !message.isEmpty() || !errors.isEmpty();
    }

    /** What was typed into this field. */
    public String value(String field) {
        return typed.value(field);
    }

    /** What is wrong with this field; empty if nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
