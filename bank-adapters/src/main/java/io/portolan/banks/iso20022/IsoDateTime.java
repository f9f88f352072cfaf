package io.portolan.banks.iso20022;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes times as the bank does: RFC 3339 in UTC, always with milliseconds. */
final class IsoDateTime {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private IsoDateTime() {}

    static String format(Instant time) {
        return MILLISECONDS.format(time);
    }
}
