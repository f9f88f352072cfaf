package io.portolan.console.layout;

/** There is nothing at the address. Shown as a page of its own, with status 404. */
public final class PageNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PageNotFound(String message) {
        super(message);
    }
}
