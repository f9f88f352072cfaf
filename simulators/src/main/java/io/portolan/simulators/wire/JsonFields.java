package io.portolan.simulators.wire;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that is being read. Types are never coerced, and {@link #nothingElse} refuses what the contract does not
 * know: a bank that guesses what an order means is a bank that moves the wrong money.
 */
public final class JsonFields {

    private static final int LONGEST_TEXT = 500;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final Set<String> known = new HashSet<>();

    private JsonFields(JsonNode node) {
        if (!node.isObject()) {
            throw new Malformed("not a JSON object");
        }
        this.node = node;
    }

    public static JsonFields parse(byte[] body) {
        try {
            return new JsonFields(MAPPER.readTree(body));
        } catch (JacksonException notJson) {
            throw new Malformed("not JSON", notJson);
        }
    }

    /** A text that must be there, not blank, without control characters. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new Malformed(name + " is missing"));
    }

    /** A text that may be absent, null or empty; empty in all these cases. */
    public Optional<String> optionalText(String name) {
        return present(name).map(value -> string(name, value)).filter(text -> !text.isBlank());
    }

    /** A whole number that may be absent or null. */
    public Optional<Long> optionalWhole(String name) {
        return present(name).map(value -> whole(name, value));
    }

    public JsonFields object(String name) {
        return present(name).map(JsonFields::new).orElseThrow(() -> new Malformed(name + " is missing"));
    }

    /** The names of all fields, for a message in which every field is optional. */
    public Set<String> names() {
        return Set.copyOf(node.propertyNames());
    }

    /** Refuses every field that nobody asked for. */
    public void nothingElse() {
        node.propertyNames().stream().filter(name -> !known.contains(name)).forEach(name -> {
            throw new Malformed("unknown field " + name);
        });
    }

    private Optional<JsonNode> present(String name) {
        known.add(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private static String string(String name, JsonNode value) {
        if (!value.isString()) {
            throw new Malformed(name + " is not a text");
        }
        var text = value.stringValue();
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new Malformed(name + " is too long or has control characters");
        }
        return text;
    }

    private static Long whole(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Malformed(name + " is not a whole number");
        }
        return value.longValue();
    }
}
