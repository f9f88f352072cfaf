package io.portolan.console.alerts;

/**
 * An alert's end that was rejected, for the page to show again: which alert, what was typed, and what is wrong with it.
 */
public record FailedAlertEnd(String alert, String reason, String error) {
    /** The flash attribute that carries it to the next page. */
    static final String FLASH_ATTRIBUTE = "failedAlertEnd";
}
