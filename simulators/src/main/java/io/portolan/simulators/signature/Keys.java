package io.portolan.simulators.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Properties;

/** The secrets and keys that both sides know. The built-in ones are for development and guard nothing. */
public final class Keys {

    private final Properties values;

    private Keys(Properties values) {
        this.values = values;
    }

    /** The development keys. */
    public static Keys ofDevelopment() {
        var values = new Properties();
        try (var resource = Keys.class.getResourceAsStream("/development-keys.properties")) {
            values.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Keys(values);
    }

    /** The development keys, save those that the properties file sets. Fails with an IOException if it cannot be read. */
    public static Keys from(Path file) throws IOException {
        var values = new Properties();
        values.putAll(ofDevelopment().values);
        try (InputStream in = Files.newInputStream(file)) {
            values.load(in);
        }
        return new Keys(values);
    }

    public String text(String name) {
        var value = values.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the key " + name + " is not set");
        }
        return value;
    }

    public PublicKey publicKey(String name) {
        return Ed25519.publicKey(text(name));
    }

    public PrivateKey privateKey(String name) {
        return Ed25519.privateKey(text(name));
    }
}
