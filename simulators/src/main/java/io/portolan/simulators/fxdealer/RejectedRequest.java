package io.portolan.simulators.fxdealer;

/** A well-formed request that the dealer rejects without storing it. */
final class RejectedRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    RejectedRequest(int status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
