package io.portolan.domain.ids;

import java.util.regex.Pattern;

/** A shop that sends us payments, by a short name such as {@code acme}. */
public record MerchantId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public MerchantId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a merchant's name is 1 to 32 lower-case letters, digits or hyphens");
        }
    }
}
