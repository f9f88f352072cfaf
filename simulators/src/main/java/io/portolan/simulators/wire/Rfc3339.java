package io.portolan.simulators.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as every counterparty writes them: RFC 3339 in UTC, always with milliseconds. */
public final class Rfc3339 {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Rfc3339() {}

    public static String text(Instant time) {
        return MILLISECONDS.format(time);
    }
}
