package io.portolan.embedded;

/** A user of the embedded server, with its password. */
public record DatabaseUser(String name, String password) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "DatabaseUser[" + name + "]";
    }
}
