package io.portolan.console.actions;

import java.util.Map;

/** How an action ended. */
sealed interface ActionResult {
    /** It was done, now or earlier. */
    record Done(String message) implements ActionResult {}

    /** The form has errors, by field; nothing happened. */
    record Invalid(Map<String, String> errors) implements ActionResult {
        public Invalid {
            errors = Map.copyOf(errors);
        }
    }

    /**
     * The payment does not allow it, or no dealer offers a rate; the message says what happened
     * and what to do.
     */
    record Failed(String message) implements ActionResult {}
}
