package io.portolan.simulators.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response with its status and body. */
public record Response(int status, String body) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public JsonNode json() {
        return MAPPER.readTree(body);
    }

    public String text(String path) {
        return json().at("/" + path).asString();
    }

    public XmlResponse xml() {
        return XmlResponse.parse(body);
    }
}
