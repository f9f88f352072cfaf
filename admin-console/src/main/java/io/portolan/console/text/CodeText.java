package io.portolan.console.text;

/** Turns a recorded code into words. */
public final class CodeText {
    private CodeText() {}

    /** Such as {@code Top-up booked} for {@code top-up.booked}, or {@code Not found} for {@code not_found}. */
    public static String format(String code) {
        String spaced = code.replace('.', ' ').replace('_', ' ');
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
