package io.portolan.console.actions;

import io.portolan.domain.ids.Ids;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action as the page offers it: its form with an id of its own, or why it cannot be done now.
 *
 * @param obstacle why it cannot be done now; empty if it can
 * @param message what became of the last attempt, if it did not go through
 */
public record AvailableAction(
        Action action, String unavailableReason, ActionForm form, Map<String, String> errors, String message) {
    public AvailableAction {
        errors = Map.copyOf(errors);
    }

    static AvailableAction of(Action deed, String obstacle, @Nullable FailedAction attempt) {
        return attempt == null || attempt.action() != deed
                ? new AvailableAction(deed, obstacle, ActionForm.empty(Ids.next("act_")), Map.of(), "")
                : new AvailableAction(deed, obstacle, attempt.form(), attempt.errors(), attempt.message());
    }

    /** Whether the payment is in a state for it. */
    public boolean isAvailable() {
        return unavailableReason.isEmpty();
    }

    /** Whether the last attempt did not go through, so that its form should stand open. */
    public boolean hasFailed() {
        return !message.isEmpty() || !errors.isEmpty();
    }

    /** What was typed into this field. */
    public String value(String field) {
        return form.value(field);
    }

    /** What is wrong with this field; empty if nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}
