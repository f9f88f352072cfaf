package io.portolan.console.approvals;

/** A rejection that could not be recorded, for the page to show again: of which decision, what was typed, and what is wrong with it. */
public record FailedRejection(String decision, String reason, String error) {
    /** The flash attribute that carries it to the next page. */
    static final String FLASH_ATTRIBUTE = "failedRejection";
}
