package io.portolan.banks.international;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes times as the bank does: RFC 3339 in UTC, always with milliseconds. */
final class BankTime {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private BankTime() {}

    static String text(Instant time) {
        return MILLISECONDS.format(time);
    }
}
