package io.portolan.console.text;

import java.util.Locale;

/** The colour of a badge. The word says everything; colour only helps to find it. */
public enum Tone {
    /** Nothing happened yet, or nothing will. */
    NEUTRAL,
    RUNNING,
    GOOD,
    /** Money is being brought back. */
    UNWIND,
    /** An operator should look at it. */
    WARNING,
    BAD;

    /** The CSS class. */
    public String cssClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
