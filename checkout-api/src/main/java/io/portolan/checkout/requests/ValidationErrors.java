package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a request, so that all of it is told at once; up to a bound, after which nobody reads on. */
public final class ValidationErrors {
    private static final int MAX_ERRORS = 50;

    private final List<FieldError> errors = new ArrayList<>();

    /** Something is wrong in the body, at this JSON pointer. */
    public void add(String pointer, String rule, String detail) {
        add(FieldError.inBody(pointer, rule, detail));
    }

    public void add(FieldError error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }

    public boolean hasAny() {
        return !errors.isEmpty();
    }

    /** @throws ProblemException with everything noted, if there is anything */
    public void throwIfAny() {
        if (hasAny()) {
            throw ProblemException.invalid(errors);
        }
    }
}
