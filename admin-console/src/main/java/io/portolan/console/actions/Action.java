package io.portolan.console.actions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operator can choose to do about a payment. */
public enum Action {
    RETRY("Retry", "Retry"),
    /** Says what became of an instruction whose outcome is unknown; the form asks which. */
    RESOLVE("Resolve the unknown outcome", "Resolve"),
    CORRECT_PAYEE("Correct the payee", "Correct the payee"),
    /** Asks a dealer for a rate and shows the plan; it is no decision, and moves nothing. */
    PRICE_UNWIND("Price the unwind", "Price the unwind"),
    /** Runs the proposed plan that the form names. */
    UNWIND("Unwind by the proposed plan", "Unwind by this plan"),
    HOLD("Hold", "Hold the payment"),
    RELEASE("Release", "Release the payment"),
    CANCEL("Cancel", "Cancel the payment");

    private final String title;
    private final String button;

    Action(String title, String button) {
        this.title = title;
        this.button = button;
    }

    /** Such as {@code price-unwind}: as it stands in the address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands over the form. */
    public String title() {
        return title;
    }

    /** As it stands on the form's button. */
    public String button() {
        return button;
    }

    /** Whether it changes the payment's way for good. */
    public boolean isDangerous() {
        return this == UNWIND || this == CANCEL;
    }

    /** Whether it is a decision, and so has a reason. */
    public boolean isDecision() {
        return this != PRICE_UNWIND;
    }

    static Optional<Action> findByCode(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst();
    }
}
