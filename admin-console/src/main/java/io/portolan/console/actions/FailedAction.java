package io.portolan.console.actions;

import java.util.Map;

/** An action that did not go through, for the page to show again: what was typed, and what was wrong. */
public record FailedAction(Action action, ActionForm form, Map<String, String> errors, String message) {
    /** The name under which an attempt waits for the next page. */
    public static final String FLASH_ATTRIBUTE = "attempt";

    public FailedAction {
        errors = Map.copyOf(errors);
    }
}
