package io.portolan.banks.signedjson;

/** There is no answer, or none that may be believed. */
final class InvalidResponse extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    InvalidResponse(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** Why, without personal data and without what the bank wrote. */
    String detail() {
        return detail;
    }
}
