package io.portolan.console.text;

import java.time.Duration;

/** Says how long something took, in the two units that matter. */
public final class DurationText {
    private DurationText() {}

    /** Such as {@code 340 ms}, {@code 8.2 s}, {@code 3 min}, {@code 1 h 20 min} or {@code 2 d 4 h}; never negative. */
    public static String format(Duration duration) {
        Duration span = duration.isNegative() ? Duration.ZERO : duration;
        if (span.toMillis() < 1_000) {
            return span.toMillis() + " ms";
        }
        if (span.toSeconds() < 60) {
            return seconds(span);
        }
        if (span.toMinutes() < 60) {
            return span.toMinutes() + " min";
        }
        return span.toHours() < 24
                ? twoUnits(span.toHours(), "h", span.toMinutesPart(), "min")
                : twoUnits(span.toDays(), "d", span.toHoursPart(), "h");
    }

    private static String seconds(Duration span) {
        int tenths = span.toMillisPart() / 100;
        return span.toSeconds() < 10 && tenths > 0 ? span.toSeconds() + "." + tenths + " s" : span.toSeconds() + " s";
    }

    private static String twoUnits(long major, String majorUnit, int minor, String minorUnit) {
        String whole = major + " " + majorUnit;
        return minor == 0 ? whole : whole + " " + minor + " " + minorUnit;
    }
}
