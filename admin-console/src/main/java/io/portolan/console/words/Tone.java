package io.portolan.console.words;

import java.util.Locale;

/** How a word is coloured. The word alone says everything: colour only helps to find it. */
public enum Tone {
    /** Nothing happened yet, or nothing will. */
    STILL,
    RUNNING,
    GOOD,
    /** Money goes back. */
    UNDO,
    /** Somebody should look. */
    WARNING,
    BAD;

    /** The CSS class. */
    public String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
