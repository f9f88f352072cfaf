package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.domain.input.Violation;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a request, to be reported at once; up to a bound, after which nobody reads on. */
public final class ValidationErrors {
    private static final int MAX_ERRORS = 50;

    private final List<FieldError> errors = new ArrayList<>();

    /** Adds what is wrong in the body. */
    public void addAll(List<Violation> violations) {
        violations.forEach(
                violation -> add(FieldError.inBody(violation.pointer(), violation.rule(), violation.detail())));
    }

    public void add(FieldError error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }

    public boolean hasAny() {
        return !errors.isEmpty();
    }

    /** @throws ProblemException with all errors, if there are any */
    public void throwIfAny() {
        if (hasAny()) {
            throw ProblemException.invalid(errors);
        }
    }
}
