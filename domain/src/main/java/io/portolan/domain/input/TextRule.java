package io.portolan.domain.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text of bounded length and given format. {@code nonBlankUpTo(70)} takes "Main Street" and rejects a blank; of
 * several requirements, the first that is not met is reported.
 */
public final class TextRule implements Rule {
    /** No control characters and no lone surrogates, which databases reject. */
    private static final String STORABLE = "[^\\p{Cc}\\p{Cs}]*";

    private static final String FORMAT_RULE = "text-format";

    private final int minLength;
    private final int maxLength;
    private final String pattern;
    private final List<Requirement> requirements;

    private TextRule(int minLength, int maxLength, String pattern, List<Requirement> requirements) {
        this.minLength = minLength;
        this.maxLength = maxLength;
        this.pattern = pattern;
        this.requirements = requirements;
    }

    private record Requirement(Predicate<String> isMet, String rule, Function<String, String> detail) {}

    /** Not blank, and at most this long. */
    public static TextRule nonBlankUpTo(int maxLength) {
        return limitedTo(1, maxLength)
                .and(
                        Pattern.compile("(?=.*\\S)" + STORABLE).asMatchPredicate(),
                        FORMAT_RULE,
                        _ -> "Must contain a visible character and no control characters.");
    }

    /** At most this long, possibly empty. */
    public static TextRule possiblyEmptyUpTo(int maxLength) {
        return limitedTo(0, maxLength)
                .and(
                        Pattern.compile(STORABLE).asMatchPredicate(),
                        FORMAT_RULE,
                        _ -> "Must not contain control characters.");
    }

    /** Of this format, which also bounds the length. */
    public static TextRule matching(String regex, String rule, String detail) {
        return new TextRule(0, Integer.MAX_VALUE, regex, List.of())
                .and(Pattern.compile(regex).asMatchPredicate(), rule, _ -> detail);
    }

    /** This rule with one more requirement; its detail may depend on the text. */
    public TextRule and(Predicate<String> isMet, String rule, Function<String, String> detail) {
        List<Requirement> more = new ArrayList<>(requirements);
        more.add(new Requirement(isMet, rule, detail));
        return new TextRule(minLength, maxLength, pattern, List.copyOf(more));
    }

    public int minLength() {
        return minLength;
    }

    /** {@link Integer#MAX_VALUE} if only the pattern bounds it. */
    public int maxLength() {
        return maxLength;
    }

    /** The regular expression for the whole text; empty if the lengths say it all. */
    public String pattern() {
        return pattern;
    }

    @Override
    public List<Violation> violationsOf(@Nullable Object value) {
        return value instanceof String text
                ? requirements.stream()
                        .filter(requirement -> !requirement.isMet().test(text))
                        .findFirst()
                        .map(broken ->
                                Violation.of(broken.rule(), broken.detail().apply(text)))
                        .stream()
                        .toList()
                : List.of(Violation.of("type", "Must be a string."));
    }

    /** Every code that a violation of this rule may have. */
    public Stream<String> rules() {
        return requirements.stream().map(Requirement::rule);
    }

    public boolean isMetBy(String text) {
        return violationsOf(text).isEmpty();
    }

    /**
     * Guards a constructor.
     *
     * @throws IllegalArgumentException if the text breaks the rule; the message does not repeat it
     */
    public void require(String name, String text) {
        violationsOf(text).forEach(violation -> {
            throw new IllegalArgumentException(name + ": " + violation.detail());
        });
    }

    private static TextRule limitedTo(int minLength, int maxLength) {
        return new TextRule(minLength, maxLength, "", List.of())
                .and(
                        text -> text.length() <= maxLength,
                        "text-length",
                        _ -> "Must have at most %d characters.".formatted(maxLength));
    }
}
