package io.portolan.checkout.problems;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a problem. What it says goes to the caller, who may read it: it names no secret and no one else's
 * data.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER = "Retry-After";

    private final ProblemType type;
    private final String detail;
    private final List<FieldError> errors;
    private final Map<String, String> headers;

    private ProblemException(ProblemType type, String detail, List<FieldError> errors, Map<String, String> headers) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), Map.of());
    }

    /** Rejected for this one place in the request. */
    public static ProblemException of(ProblemType type, FieldError error) {
        return new ProblemException(type, error.detail(), List.of(error), Map.of());
    }

    /** Rejected for invalid values, all of them at once. */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? "1 value is not valid." : errors.size() + " values are not valid.";
        return new ProblemException(ProblemType.INVALID, detail, errors, Map.of());
    }

    /** The same, saying when to retry: in whole seconds, at least one. */
    public ProblemException withRetryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return withHeader(RETRY_AFTER, Long.toString(seconds));
    }

    public ProblemException withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ProblemException(type, detail, errors, more);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    Map<String, String> headers() {
        return headers;
    }
}
