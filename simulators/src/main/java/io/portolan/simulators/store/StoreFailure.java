package io.portolan.simulators.store;

/** Says that the file could not be read or written, or that the store is closed; nothing of the work has happened. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreFailure(String message) {
        super(message);
    }

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
