package io.portolan.domain.input;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts by names that the sender chooses. */
public record TextsRule(int maxEntries, TextRule names, TextRule values) implements Rule {
    @Override
    public List<Violation> violationsOf(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> texts)) {
            return List.of(ObjectRule.NOT_AN_OBJECT);
        }
        if (texts.size() > maxEntries) {
            return List.of(Violation.of("too-many", "Must have at most %d entries.".formatted(maxEntries)));
        }
        return texts.entrySet().stream()
                .flatMap(entry -> violationsOf(String.valueOf(entry.getKey()), entry.getValue()))
                .toList();
    }

    /**
     * Guards a constructor.
     *
     * @throws IllegalArgumentException if there are too many texts, or a name or text breaks its rule
     */
    public void require(String name, Map<String, String> texts) {
        violationsOf(texts).stream().findFirst().ifPresent(violation -> {
            throw new IllegalArgumentException(name + ": " + violation.detail());
        });
    }

    private Stream<Violation> violationsOf(String name, @Nullable Object value) {
        Stream<Violation> ofName = names.violationsOf(name).stream()
                .map(violation -> Violation.of(violation.rule(), "Invalid name: " + violation.detail()));
        return Stream.concat(ofName, values.violationsOf(value).stream()).map(violation -> violation.within(name));
    }
}
