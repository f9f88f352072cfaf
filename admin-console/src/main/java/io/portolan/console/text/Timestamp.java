package io.portolan.console.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A time as people read it, in UTC, and its distance from the time at which the page was made. */
public record Timestamp(Instant at, Instant now) {
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** For the {@code datetime} attribute. */
    public String iso() {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Such as {@code 21 Nov 2026 09:44:46 UTC}. */
    public String full() {
        return FULL.format(at) + " UTC";
    }

    /** Such as {@code 21 Nov 09:44:46}: without the year and the zone. */
    public String brief() {
        return SHORT.format(at);
    }

    /** Such as {@code 3 min ago} or {@code in 2 h}. */
    public String age() {
        Duration age = Duration.between(at, now);
        if (age.abs().toSeconds() < 1) {
            return "now";
        }
        Duration whole = Duration.ofSeconds(age.abs().toSeconds());
        return age.isNegative() ? "in " + DurationText.format(whole) : DurationText.format(whole) + " ago";
    }
}
