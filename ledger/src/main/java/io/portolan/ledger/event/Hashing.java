package io.portolan.ledger.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) over text that SQL can write too, in lower-case hexadecimal. */
public final class Hashing {
    /** The hash that the first event of the book and the first posting of an account are chained to. */
    public static final String ZERO_HASH = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();
    private static final int MICROS = 1_000;

    private Hashing() {}

    public static String sha256(String text) {
        return HEX.formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As MySQL writes a {@code DATETIME(6)} in UTC: {@code 2026-11-21 09:05:00.000001}. */
    public static String utcText(Instant at) {
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(26).append(utc.toLocalDate()).append(' ');
        padded(text, utc.getHour(), 2).append(':');
        padded(text, utc.getMinute(), 2).append(':');
        padded(text, utc.getSecond(), 2).append('.');
        return padded(text, utc.getNano() / MICROS, 6).toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        return text.repeat('0', width - digits.length()).append(digits);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
