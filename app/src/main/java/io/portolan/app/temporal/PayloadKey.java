package io.portolan.app.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The 256-bit key that encrypts payloads in Temporal: the configured one, or one made once in the data folder, readable by its owner only. */
final class PayloadKey {
    private static final int LENGTH = 32;

    private PayloadKey() {}

    static SecretKey loadOrCreate(String configured, Path data) {
        byte[] bytes = Base64.getDecoder().decode(configured.isBlank() ? readOrCreate(data) : configured);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(
                    "portolan.temporal.payload-key must be 256 bits in Base64, not " + bytes.length * 8);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static String readOrCreate(Path data) {
        Path file = data.resolve("payload-key");
        try {
            Files.createDirectories(data);
            create(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the payload key in " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "payload-key",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException kept) {
            // Made by an earlier start or by another process: that one counts.
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
