package io.portolan.checkout.requests;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a text may be: its longest length, its shape, and the rule's name and explanation for a text of another shape. */
public record TextRule(int maxLength, Pattern pattern, String rule, String detail) {
    /** Neither control characters nor halves of characters, which no database keeps. */
    private static final String STORABLE = "[^\\p{Cc}\\p{Cs}]*";

    /** Not blank, and at most this long. */
    public static TextRule nonBlankUpTo(int longest) {
        String detail = "Write at least one visible character, and no control characters.";
        return new TextRule(longest, Pattern.compile("(?=.*\\S)" + STORABLE), "text", detail);
    }

    /** At most this long, perhaps empty. */
    public static TextRule possiblyEmptyUpTo(int longest) {
        return new TextRule(longest, Pattern.compile(STORABLE), "text", "Leave out control characters.");
    }

    /** Of this shape, which also says how long. */
    public static TextRule matching(String regex, String rule, String detail) {
        return new TextRule(Integer.MAX_VALUE, Pattern.compile(regex), rule, detail);
    }

    Optional<Violation> violationOf(String text) {
        if (text.length() > maxLength) {
            return Optional.of(new Violation("text-length", "Write at most %d characters.".formatted(maxLength)));
        }
        return pattern.matcher(text).matches() ? Optional.empty() : Optional.of(new Violation(rule, detail));
    }

    record Violation(String rule, String detail) {}
}
