package io.portolan.banks.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object that somebody else wrote, read by their exact types
 * (docs/adr/0008-json-is-read-strictly.md).
 *
 * <p>Missing is not null, a number is not a string, and nothing may occur twice or follow the object. Fields that
 * nobody asks for are ignored, so that the other side can add some.
 */
public final class JsonFields {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    /** An object of ours, to be written: the same puts give the same text. */
    public static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    public static JsonFields parse(String json) throws InvalidResponse {
        try {
            return of(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new InvalidResponse("the body is not JSON");
        }
    }

    private static JsonFields of(JsonNode node) throws InvalidResponse {
        if (!node.isObject()) {
            throw new InvalidResponse("the body is not a JSON object");
        }
        return new JsonFields(node);
    }

    /** A string. */
    public Field get(String name) throws InvalidResponse {
        JsonNode node = require(name);
        if (!node.isString()) {
            throw new InvalidResponse(name + (node.isNull() ? " is null" : " is not a string"));
        }
        return new Field(name, node.stringValue());
    }

    /** Rejects a field that is missing: the contract says null where there is no value yet. */
    public boolean isNull(String name) throws InvalidResponse {
        return require(name).isNull();
    }

    /** A number without a decimal point or exponent. */
    public long integer(String name) throws InvalidResponse {
        JsonNode node = require(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new InvalidResponse(name + " is not an integer");
        }
        return node.longValue();
    }

    public JsonFields object(String name) throws InvalidResponse {
        return of(require(name));
    }

    public List<JsonFields> objects(String name) throws InvalidResponse {
        JsonNode array = require(name);
        if (!array.isArray()) {
            throw new InvalidResponse(name + " is not an array");
        }
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : array) {
            objects.add(of(element));
        }
        return objects;
    }

    private JsonNode require(String name) throws InvalidResponse {
        JsonNode node = object.get(name);
        if (node == null) {
            throw new InvalidResponse(name + " is missing");
        }
        return node;
    }
}
