package io.portolan.checkout.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A merchant's secret: {@code ptl_} and 256 random bits in hex. It is shown when it is made and never again; what is
 * kept is {@link #hash}.
 */
public record ApiKey(String value) {
    private static final String PREFIX = "ptl_";
    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORMAT = Pattern.compile(PREFIX + "[0-9a-f]{64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public ApiKey {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("an API key is ptl_ and 64 hex digits");
        }
    }

    public static ApiKey generate() {
        byte[] bits = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bits);
        return new ApiKey(PREFIX + HexFormat.of().formatHex(bits));
    }

    /** The key, if the text is one. */
    static Optional<ApiKey> parse(String text) {
        return FORMAT.matcher(text).matches() ? Optional.of(new ApiKey(text)) : Optional.empty();
    }

    /** The lower-case hex SHA-256 by which {@code Merchants} knows it. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
