package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.domain.input.TextRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The parameters of a query, read one by one. A misspelt one is rejected: a filter that is silently ignored shows too
 * much.
 */
public final class Query {
    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    private final Map<String, List<String>> parameters;
    private final ValidationErrors errors = new ValidationErrors();
    private final Set<String> known = new LinkedHashSet<>();

    Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** The largest number of entries to return. */
    public int limit() {
        return text("limit").map(this::limit).orElse(DEFAULT_LIMIT);
    }

    public Optional<String> text(String name) {
        known.add(name);
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            addError(name, "given-once", "Must be given only once.");
            return Optional.empty();
        }
        return values.stream().findFirst();
    }

    /** A text that must obey the rule. */
    public Optional<String> text(String name, TextRule rule) {
        Optional<String> text = text(name);
        text.map(rule::violationsOf)
                .orElse(List.of())
                .forEach(violation -> addError(name, violation.rule(), violation.detail()));
        return text;
    }

    public Optional<Instant> time(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException unreadable) {
                addError(name, "time-format", "Must be an RFC 3339 time, such as 2026-11-21T08:15:00.000Z.");
                return Optional.empty();
            }
        });
    }

    /** A parameter as its reader understands it; what it does not understand is rejected by this rule. */
    public <T> Optional<T> value(String name, Function<String, Optional<T>> reader, String rule, String detail) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            addError(name, rule, detail);
        }
        return value;
    }

    /**
     * Rejects whatever was not asked for until now.
     *
     * @throws io.portolan.checkout.problems.ProblemException with everything that is wrong, if anything is
     */
    public void throwIfInvalid() {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        addError(name, "unknown-parameter", "Unknown parameter: remove it or correct its name."));
        errors.throwIfAny();
    }

    private int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            addError("limit", "number-range", "Must be a whole number from 1 to %d.".formatted(MAX_LIMIT));
            return DEFAULT_LIMIT;
        }
        return Integer.parseInt(text);
    }

    private void addError(String name, String rule, String detail) {
        errors.add(FieldError.inParameter(name, rule, detail));
    }
}
