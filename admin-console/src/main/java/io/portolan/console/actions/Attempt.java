package io.portolan.console.actions;

import java.util.Map;

/** An action that did not go through, for the page to show again: what was typed, and what was wrong. */
public record Attempt(Deed deed, Typed typed, Map<String, String> errors, String message) {
    /** The name under which an attempt waits for the next page. */
    public static final String FLASH = "attempt";

    public Attempt {
        errors = Map.copyOf(errors);
    }
}
