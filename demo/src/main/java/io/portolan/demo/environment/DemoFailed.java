package io.portolan.demo.environment;

/** The demo cannot run; the message says why and what to do. */
public final class DemoFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public DemoFailed(String message) {
        super(message);
    }

    public DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
