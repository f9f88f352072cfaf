package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a request, so that all of it is told at once; up to a bound, after which nobody reads on. */
public final class Complaints {
    private static final int MOST = 50;

    private final List<FieldError> errors = new ArrayList<>();

    /** Something is wrong in the body, at this JSON pointer. */
    public void note(String pointer, String rule, String detail) {
        note(FieldError.at(pointer, rule, detail));
    }

    public void note(FieldError error) {
        if (errors.size() < MOST) {
            errors.add(error);
        }
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    /** @throws Refusal with everything noted, if there is anything */
    public void refuseIfAny() {
        if (any()) {
            throw Refusal.invalid(errors);
        }
    }
}
