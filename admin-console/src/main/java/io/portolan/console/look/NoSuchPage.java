package io.portolan.console.look;

/** What the address names is not here. Shown as a page of its own, with status 404. */
public final class NoSuchPage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchPage(String what) {
        super(what);
    }
}
