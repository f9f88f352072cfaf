package io.portolan.console.alerts;

/** An end that did not go through, for the page to show again: what was typed about which alert, and what is wrong with it. */
public record FailedAlertEnd(String alert, String reason, String error) {
    /** The name under which an attempt waits for the next page. */
    static final String FLASH_ATTRIBUTE = "endAttempt";
}
