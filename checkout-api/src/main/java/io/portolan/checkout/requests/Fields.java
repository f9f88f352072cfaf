package io.portolan.checkout.requests;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object of a body, read field by field. What is wrong is noted with its JSON pointer and reading goes on.
 *
 * <p>After a complaint, what was read is a placeholder (an empty text, nothing): use it only once {@link ValidationErrors#refuseIfAny} has passed. A
 * field that is {@code null} counts as absent.
 */
public final class Fields {
    private static final String REQUIRED = "required";
    private static final String TYPE = "type";
    private static final int MAX_NAME_LENGTH = 100;

    private final JsonNode object;
    private final String pointer;
    private final ValidationErrors errors;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(JsonNode object, String pointer, ValidationErrors complaints) {
        this.object = object;
        this.pointer = pointer;
        this.errors = complaints;
    }

    public ValidationErrors errors() {
        return errors;
    }

    /** The object's own JSON pointer. */
    public String pointer() {
        return pointer;
    }

    /** The field's JSON pointer. */
    public String pointerOf(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public boolean has(String name) {
        return node(name).isPresent();
    }

    public boolean isObject(String name) {
        return node(name).filter(JsonNode::isObject).isPresent();
    }

    public void addError(String name, String rule, String detail) {
        errors.add(pointerOf(name), rule, detail);
    }

    /** A text that has to be there. */
    public String text(String name, TextRule rule) {
        if (!has(name)) {
            addError(name, REQUIRED, "Give a text.");
        }
        return optionalText(name, rule).orElse("");
    }

    public Optional<String> optionalText(String name, TextRule rule) {
        return node(name).flatMap(node -> text(pointerOf(name), node, rule));
    }

    /** A whole number within bounds, or the given one if it is absent. */
    public int wholeNumber(String name, int least, int most, int otherwise) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return otherwise;
        }
        boolean fits = node.get().isIntegralNumber()
                && node.get().canConvertToInt()
                && node.get().intValue() >= least
                && node.get().intValue() <= most;
        if (!fits) {
            addError(name, "number-range", "Give a whole number from %d to %d.".formatted(least, most));
        }
        return fits ? node.get().intValue() : otherwise;
    }

    /** A currency of the table that has to be there. */
    public Optional<Currency> currency(String name) {
        if (!has(name)) {
            addError(name, REQUIRED, "Give an ISO 4217 code such as CNY.");
        }
        Optional<String> code = optionalText(
                name,
                TextRule.matching("[A-Z]{3}", "currency-code", "Give three capital letters of ISO 4217, such as CNY."));
        Optional<Currency> currency = code.flatMap(Currency::find);
        if (code.isPresent() && currency.isEmpty()) {
            addError(name, "currency-unknown", "Give a currency of ISO 4217; this is none that people pay with.");
        }
        return currency;
    }

    /** An amount in whole minor units, more than nothing, if there is one. */
    public Optional<Long> amount(String name) {
        return node(name).flatMap(node -> amount(name, node));
    }

    /** An object that has to be there, as its reader understands it. */
    public <T> Optional<T> object(String name, Function<Fields, Optional<T>> reader) {
        if (!has(name)) {
            addError(name, REQUIRED, "Give an object.");
        }
        return optionalObject(name, reader);
    }

    public <T> Optional<T> optionalObject(String name, Function<Fields, Optional<T>> reader) {
        Optional<JsonNode> node = node(name);
        if (node.isPresent() && !node.get().isObject()) {
            addError(name, TYPE, "Give an object.");
            return Optional.empty();
        }
        return node.flatMap(child -> reader.apply(new Fields(child, pointerOf(name), errors)));
    }

    /** Texts by names that the sender chooses; none if absent. */
    public Map<String, String> texts(String name, int most, TextRule names, TextRule values) {
        Map<String, String> texts = new LinkedHashMap<>();
        optionalObject(name, fields -> {
            if (fields.object.size() > most) {
                addError(name, "too-many", "Give at most %d.".formatted(most));
                return Optional.empty();
            }
            fields.object.properties().forEach(entry -> {
                String at = fields.pointerOf(shorten(entry.getKey()));
                names.violationOf(entry.getKey())
                        .ifPresent(
                                breach -> errors.add(at, breach.rule(), "The name is not right: " + breach.detail()));
                fields.text(at, entry.getValue(), values).ifPresent(text -> texts.put(entry.getKey(), text));
            });
            return Optional.empty();
        });
        return texts;
    }

    /** Whatever was not asked for until now is refused. */
    public void rejectUnknown() {
        rejectUnknown("unknown-field", "Leave this field out, or correct its name.");
    }

    /** Whatever was not asked for until now is refused by this rule. */
    public void rejectUnknown(String rule, String detail) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> addError(shorten(name), rule, detail));
    }

    private Optional<JsonNode> node(String name) {
        known.add(name);
        return object.optional(name).filter(node -> !node.isNull());
    }

    private Optional<String> text(String at, JsonNode node, TextRule rule) {
        if (!node.isString()) {
            errors.add(at, TYPE, "Give a text, in quotation marks.");
            return Optional.empty();
        }
        Optional<TextRule.Violation> breach = rule.violationOf(node.stringValue());
        breach.ifPresent(broken -> errors.add(at, broken.rule(), broken.detail()));
        return breach.isPresent() ? Optional.empty() : Optional.of(node.stringValue());
    }

    private Optional<Long> amount(String name, JsonNode node) {
        if (!node.isIntegralNumber()) {
            addError(
                    name,
                    "amount-integer",
                    "Give whole minor units as a number without decimals: 7200.00 CNY is 720000.");
        } else if (!node.canConvertToLong() || Math.abs(node.longValue()) >= Money.LIMIT) {
            addError(name, "amount-limit", "Give less than 1000000000000000 minor units.");
        } else if (node.longValue() <= 0) {
            addError(name, "amount-positive", "Give more than 0.");
        } else {
            return Optional.of(node.longValue());
        }
        return Optional.empty();
    }

    private static String shorten(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + "…";
    }
}
