package io.portolan.console.actions;

import java.util.Map;

/** An action that failed, for the page to show again with what was typed and what was wrong. */
public record FailedAction(Action action, ActionForm form, Map<String, String> errors, String message) {
    /** The flash attribute that carries it to the next page. */
    public static final String FLASH_ATTRIBUTE = "failedAction";

    public FailedAction {
        errors = Map.copyOf(errors);
    }
}
