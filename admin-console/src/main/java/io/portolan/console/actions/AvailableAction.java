package io.portolan.console.actions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action as the page shows it: its form with an id of its own, or why it is unavailable.
 *
 * @param unavailableReason why it is unavailable; empty if it is available
 * @param message why it failed, if it was submitted and failed
 */
public record AvailableAction(
        Action action, String unavailableReason, ActionForm form, Map<String, String> errors, String message) {
    public AvailableAction {
        errors = Map.copyOf(errors);
    }

    static AvailableAction of(
            Action action, String unavailableReason, Map<String, String> ofThePage, @Nullable FailedAction failed) {
        return failed == null || failed.action() != action
                ? new AvailableAction(
                        action, unavailableReason, ActionForm.empty().madeWith(ofThePage), Map.of(), "")
                : new AvailableAction(
                        action,
                        unavailableReason,
                        failed.form().madeWith(ofThePage),
                        failed.errors(),
                        failed.message());
    }

    /** Whether the payment's state allows it. */
    public boolean isAvailable() {
        return unavailableReason.isEmpty();
    }

    /** Whether it was submitted and failed, so that its form should be open. */
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
