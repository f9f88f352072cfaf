package io.portolan.banks.http;

/**
 * No response, or none that may be believed; also said of a callback's body. An adapter turns it into Unknown,
 * Unavailable or Malformed.
 */
public final class InvalidResponse extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /** Keeps no cause, because a parser's message quotes what it read. */
    public InvalidResponse(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** Why, without personal data and without what the other side wrote. */
    public String detail() {
        return detail;
    }
}
