package io.portolan.console.actions;

import java.util.Map;

/** How an action went. */
sealed interface Answer {
    /** It was taken, now or before. */
    record Done(String message) implements Answer {}

    /** The form has mistakes, by field; nothing happened. */
    record Mistaken(Map<String, String> errors) implements Answer {
        public Mistaken {
            errors = Map.copyOf(errors);
        }
    }

    /** The payment is not in a state for it, or the engine does not answer; the message says what happened and what to do. */
    record NotTaken(String message) implements Answer {}
}
