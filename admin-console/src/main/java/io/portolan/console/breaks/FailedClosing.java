package io.portolan.console.breaks;

/** A closing that could not be recorded, for the page to show again: of which break, what was typed, and what is wrong with it. */
public record FailedClosing(String id, String resolution, String error) {
    /** The flash attribute that carries it to the next page. */
    static final String FLASH_ATTRIBUTE = "failedClosing";
}
