package io.portolan.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers for people. */
public final class Figures {
    /** For a figure that could not be had. */
    public static final String NONE = "-";

    private Figures() {}

    /** Such as {@code 13,600}. */
    public static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** Such as {@code 10,000}. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 80.1}. */
    public static String tenths(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** As {@link #tenths(double)}, if there is one. */
    public static String tenths(OptionalDouble number) {
        return number.isPresent() ? tenths(number.getAsDouble()) : NONE;
    }

    /** Such as {@code 0.54}. */
    public static String hundredths(double number) {
        return String.format(Locale.ROOT, "%,.2f", number);
    }
}
