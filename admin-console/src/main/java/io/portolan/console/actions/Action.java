package io.portolan.console.actions;

import java.util.Arrays;
import java.util.Optional;

/** What an operator can choose to do about a payment. */
public enum Action {
    RETRY("retry"),
    /** Says what became of an instruction whose outcome is unknown; the form asks which. */
    RESOLVE("resolve"),
    UNWIND("unwind"),
    CANCEL("cancel");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    /** Such as {@code retry}: as it stands in the address. */
    public String code() {
        return code;
    }

    static Optional<Action> findByCode(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code.equals(code))
                .findFirst();
    }
}
