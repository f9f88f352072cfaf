package io.portolan.simulators.store;

/** The file could not be read or written, or the store is closed; the transaction left nothing behind. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreFailure(String message) {
        super(message);
    }

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
