package io.portolan.db;

/**
 * Where the application finds its database, as whom, and with how many connections at most.
 *
 * <p>The URL is Connector/J's, such as {@code jdbc:mysql://127.0.0.1:3306/portolan}, for MySQL and MariaDB alike.
 */
public record DatabaseSettings(String url, Login app, int poolSize) {
    public DatabaseSettings {
        requireUrl(url);
        if (poolSize < 1 || poolSize > 500) {
            throw new IllegalArgumentException("the pool size must be 1 to 500, not " + poolSize);
        }
    }

    static void requireUrl(String url) {
        if (!url.matches("jdbc:mysql://[^/]+/\\w+.*")) {
            throw new IllegalArgumentException(
                    "the database URL must look like jdbc:mysql://host:port/database, not " + url);
        }
    }
}
