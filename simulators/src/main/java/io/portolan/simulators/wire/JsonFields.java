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
 * A JSON object that is being read. Types are never coerced, and {@link #rejectUnknown} rejects what the contract does
 * not know: a bank that guesses what an order means moves the wrong money.
 */
public final class JsonFields {

    private static final int MAX_TEXT_LENGTH = 500;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final Set<String> known = new HashSet<>();

    private JsonFields(JsonNode node) {
        if (!node.isObject()) {
            throw new MalformedMessage("not a JSON object");
        }
        this.node = node;
    }

    public static JsonFields parse(byte[] body) {
        try {
            return new JsonFields(MAPPER.readTree(body));
        } catch (JacksonException e) {
            throw new MalformedMessage("not JSON", e);
        }
    }

    /** A required string, not blank, without control characters. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new MalformedMessage(name + " is missing"));
    }

    /** An optional string; empty if it is absent, null or blank. */
    public Optional<String> optionalText(String name) {
        return present(name).map(value -> string(name, value)).filter(text -> !text.isBlank());
    }

    /** An optional integer; empty if it is absent or null. */
    public Optional<Long> optionalLong(String name) {
        return present(name).map(value -> wholeNumber(name, value));
    }

    public JsonFields object(String name) {
        return present(name).map(JsonFields::new).orElseThrow(() -> new MalformedMessage(name + " is missing"));
    }

    /** The names of all fields, for a message in which every field is optional. */
    public Set<String> names() {
        return Set.copyOf(node.propertyNames());
    }

    /** Rejects every field that has not been read. */
    public void rejectUnknown() {
        node.propertyNames().stream().filter(name -> !known.contains(name)).forEach(name -> {
            throw new MalformedMessage("unknown field " + name);
        });
    }

    private Optional<JsonNode> present(String name) {
        known.add(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private static String string(String name, JsonNode value) {
        if (!value.isString()) {
            throw new MalformedMessage(name + " must be a string");
        }
        var text = value.stringValue();
        if (text.length() > MAX_TEXT_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw new MalformedMessage(
                    name + " must have at most " + MAX_TEXT_LENGTH + " characters and no control characters");
        }
        return text;
    }

    private static Long wholeNumber(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new MalformedMessage(name + " must be an integer");
        }
        return value.longValue();
    }
}
