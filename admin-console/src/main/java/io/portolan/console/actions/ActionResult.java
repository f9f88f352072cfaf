package io.portolan.console.actions;

import java.util.Map;

/** How an action went. */
sealed interface ActionResult {
    /** It was taken, now or before. */
    record Done(String message) implements ActionResult {}

    /** The form has mistakes, by field; nothing happened. */
    record Invalid(Map<String, String> errors) implements ActionResult {
        public Invalid {
            errors = Map.copyOf(errors);
        }
    }

    /** The payment is not in a state for it, or the engine does not answer; the message says what happened and what to do. */
    record Failed(String message) implements ActionResult {}
}
