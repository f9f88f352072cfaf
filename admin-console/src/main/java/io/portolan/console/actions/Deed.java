package io.portolan.console.actions;

import java.util.Arrays;
import java.util.Optional;

/** What an operator can do to a payment, by its word in the address. */
public enum Deed {
    RETRY("retry"),
    RESOLVE("resolve"),
    COMPENSATE("compensate"),
    CANCEL("cancel");

    private final String word;

    Deed(String word) {
        this.word = word;
    }

    /** Such as {@code retry}. */
    public String word() {
        return word;
    }

    static Optional<Deed> find(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word.equals(word)).findFirst();
    }
}
