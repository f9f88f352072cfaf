package io.portolan.checkout.requests;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a text may be: its longest length, its shape, and the rule's name and explanation for a text of another shape. */
public record TextRule(int longest, Pattern shape, String rule, String detail) {
    /** Neither control characters nor halves of characters, which no database keeps. */
    private static final String STORABLE = "[^\\p{Cc}\\p{Cs}]*";

    /** Not blank, and at most this long. */
    public static TextRule upTo(int longest) {
        String detail = "Write at least one visible character, and no control characters.";
        return new TextRule(longest, Pattern.compile("(?=.*\\S)" + STORABLE), "text", detail);
    }

    /** At most this long, perhaps empty. */
    public static TextRule perhapsEmptyUpTo(int longest) {
        return new TextRule(longest, Pattern.compile(STORABLE), "text", "Leave out control characters.");
    }

    /** Of this shape, which also says how long. */
    public static TextRule shaped(String regex, String rule, String detail) {
        return new TextRule(Integer.MAX_VALUE, Pattern.compile(regex), rule, detail);
    }

    Optional<Breach> breachOf(String text) {
        if (text.length() > longest) {
            return Optional.of(new Breach("text-length", "Write at most %d characters.".formatted(longest)));
        }
        return shape.matcher(text).matches() ? Optional.empty() : Optional.of(new Breach(rule, detail));
    }

    record Breach(String rule, String detail) {}
}
