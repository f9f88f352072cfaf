package io.portolan.console.text;

import java.time.Duration;

/** A duration as people read it, in its two largest units. */
public final class DurationText {
    private DurationText() {}

    /** Such as {@code 340 ms}, {@code 8.2 s}, {@code 3 min}, {@code 1 h 20 min} or {@code 2 d 4 h}; never negative. */
    public static String format(Duration duration) {
        Duration time = duration.isNegative() ? Duration.ZERO : duration;
        if (time.toMillis() < 1_000) {
            return time.toMillis() + " ms";
        }
        if (time.toSeconds() < 60) {
            return seconds(time);
        }
        if (time.toMinutes() < 60) {
            return time.toMinutes() + " min";
        }
        return time.toHours() < 24
                ? twoUnits(time.toHours(), "h", time.toMinutesPart(), "min")
                : twoUnits(time.toDays(), "d", time.toHoursPart(), "h");
    }

    private static String seconds(Duration time) {
        int tenths = time.toMillisPart() / 100;
        return time.toSeconds() < 10 && tenths > 0 ? time.toSeconds() + "." + tenths + " s" : time.toSeconds() + " s";
    }

    private static String twoUnits(long major, String majorUnit, int minor, String minorUnit) {
        String whole = major + " " + majorUnit;
        return minor == 0 ? whole : whole + " " + minor + " " + minorUnit;
    }
}
