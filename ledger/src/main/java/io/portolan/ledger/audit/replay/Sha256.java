package io.portolan.ledger.audit.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), one digest used again and again: for one thread at a time. */
public final class Sha256 {
    /** The hash that the first row of a chain is chained to. */
    public static final String ZERO_HASH = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    /** In lower-case hexadecimal. */
    public String of(String text) {
        return HEX.formatHex(bytesOf(text));
    }

    public byte[] bytesOf(String text) {
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
