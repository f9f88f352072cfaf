package io.portolan.console.layout;

/** What the address names is not here. Shown as a page of its own, with status 404. */
public final class PageNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PageNotFound(String what) {
        super(what);
    }
}
