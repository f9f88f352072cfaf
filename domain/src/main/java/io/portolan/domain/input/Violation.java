package io.portolan.domain.input;

/**
 * One rule that an input breaks: where (a JSON pointer, empty for the whole input), which rule (a stable code for
 * programs), and what to change. It repeats nothing of a value, so it may be logged.
 */
public record Violation(String pointer, String rule, String detail) {
    private static final int MAX_NAME_LENGTH = 100;

    /** Of the whole value. */
    public static Violation of(String rule, String detail) {
        return new Violation("", rule, detail);
    }

    /** The same, seen from the object that has the value under this name. A very long name is cut. */
    Violation within(String name) {
        String shown = name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + "…";
        return new Violation("/" + shown.replace("~", "~0").replace("/", "~1") + pointer, rule, detail);
    }
}
