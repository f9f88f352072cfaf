package io.portolan.simulators.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Properties;

/**
 * The secrets and keys that both sides know. The built-in ones are for development and protect nothing. All are
 * validated when read: an invalid one fails the start, not the first signature.
 */
public record Credentials(
        String domesticClientId,
        String domesticSecret,
        String clientKeyId,
        PublicKey clientPublicKey,
        String bankKeyId,
        PrivateKey bankPrivateKey,
        String dealerSecret,
        String secondDealerSecret) {

    /** The development credentials. */
    public static Credentials ofDevelopment() {
        return of(developmentValues());
    }

    /**
     * The development credentials, overridden by those in the properties file. Throws an IOException if the file cannot
     * be read and an IllegalArgumentException for an invalid key.
     */
    public static Credentials from(Path file) throws IOException {
        var values = developmentValues();
        try (InputStream in = Files.newInputStream(file)) {
            values.load(in);
        }
        return of(values);
    }

    private static Credentials of(Properties values) {
        return new Credentials(
                text(values, "domestic.client-id"),
                text(values, "domestic.secret"),
                text(values, "international.client-key-id"),
                Ed25519.publicKey(text(values, "international.client-public-key")),
                text(values, "international.bank-key-id"),
                Ed25519.privateKey(text(values, "international.bank-private-key")),
                text(values, "dealer.secret"),
                text(values, "dealer-2.secret"));
    }

    private static Properties developmentValues() {
        var values = new Properties();
        try (var resource = Credentials.class.getResourceAsStream("/development-credentials.properties")) {
            values.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static String text(Properties values, String name) {
        var value = values.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
