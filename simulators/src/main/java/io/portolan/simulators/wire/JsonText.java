package io.portolan.simulators.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object that is being written, with fields in the order in which they are added. */
public final class JsonText {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    public JsonText with(String name, String value) {
        node.put(name, value);
        return this;
    }

    public JsonText with(String name, long value) {
        node.put(name, value);
        return this;
    }

    public JsonText with(String name, JsonText value) {
        node.set(name, value.node);
        return this;
    }

    public JsonText with(String name, List<JsonText> values) {
        var array = node.putArray(name);
        values.forEach(value -> array.add(value.node));
        return this;
    }

    public JsonText withNull(String name) {
        node.putNull(name);
        return this;
    }

    public JsonText withTime(String name, Optional<Instant> time) {
        return withText(name, time.map(Rfc3339::text));
    }

    /** Writes null when the value is absent: the field itself is always there. */
    public JsonText withText(String name, Optional<String> value) {
        value.ifPresentOrElse(present -> node.put(name, present), () -> node.putNull(name));
        return this;
    }

    public JsonText withObject(String name, Optional<JsonText> value) {
        value.ifPresentOrElse(present -> node.set(name, present.node), () -> node.putNull(name));
        return this;
    }

    @Override
    public String toString() {
        return MAPPER.writeValueAsString(node);
    }
}
