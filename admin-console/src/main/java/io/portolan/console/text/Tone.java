package io.portolan.console.text;

import java.util.Locale;

/** How a word is coloured. The word alone says everything: colour only helps to find it. */
public enum Tone {
    /** Nothing happened yet, or nothing will. */
    NEUTRAL,
    RUNNING,
    GOOD,
    /** Money goes back. */
    UNWIND,
    /** Somebody should look. */
    WARNING,
    BAD;

    /** The CSS class. */
    public String cssClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
