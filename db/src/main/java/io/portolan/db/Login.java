package io.portolan.db;

import java.util.regex.Pattern;

/** A database user and its password. The name is restricted, as it becomes part of the migrations' grants. */
public record Login(String user, String password) {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_]{1,32}");

    public Login {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException("a database user name must be 1 to 32 letters, digits or underscores");
        }
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
