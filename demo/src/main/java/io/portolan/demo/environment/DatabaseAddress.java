package io.portolan.demo.environment;

/** Where a database is, who migrates it, and who the app is there. */
public record DatabaseAddress(String url, Login owner, Login app) {
    /** A user of the database. */
    public record Login(String user, String password) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
