package io.portolan.simulators.fxdealer;

/** Says that the dealer will not do what was asked, although the message was right. */
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
