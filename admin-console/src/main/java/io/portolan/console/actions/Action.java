package io.portolan.console.actions;

import java.util.Arrays;
import java.util.Optional;

/** What an operator can do to a payment, by its word in the address. */
public enum Action {
    RETRY("retry"),
    RESOLVE("resolve"),
    COMPENSATE("compensate"),
    CANCEL("cancel");

    private final String code;

    Action(String word) {
        this.code = word;
    }

    /** Such as {@code retry}. */
    public String code() {
        return code;
    }

    static Optional<Action> findByCode(String word) {
        return Arrays.stream(values()).filter(deed -> deed.code.equals(word)).findFirst();
    }
}
