package io.portolan.domain.ids;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Ids that sort by time: a prefix, ten characters of Unix milliseconds and ten random ones, in Crockford's base 32.
 *
 * <p>They are this short so that an instruction key made from one fits the 35 characters of an ISO 20022 identification.
 */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String BODY = "[0-9A-HJKMNP-TV-Z]{20}";
    private static final Pattern BODY_PATTERN = Pattern.compile(BODY);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HALF = 50;

    private Ids() {}

    /** A new id with this prefix. */
    public static String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        append(id, System.currentTimeMillis());
        append(id, RANDOM.nextLong());
        return id.toString();
    }

    /** The regular expression of the ids with this prefix, which is plain text. */
    public static String patternOf(String prefix) {
        return prefix + BODY;
    }

    /** @throws IllegalArgumentException if the value is not an id with this prefix */
    public static void require(String prefix, String value) {
        if (!value.startsWith(prefix)
                || !BODY_PATTERN.matcher(value.substring(prefix.length())).matches()) {
            throw new IllegalArgumentException("an id is " + prefix + " and 20 characters of base 32");
        }
    }

    private static void append(StringBuilder id, long bits) {
        for (int shift = HALF - 5; shift >= 0; shift -= 5) {
            id.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
        }
    }
}
