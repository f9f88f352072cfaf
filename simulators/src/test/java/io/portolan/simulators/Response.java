package io.portolan.simulators;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response as a test sees it. */
record Response(int status, String body) {

    private static final JsonMapper MAPPER = new JsonMapper();

    JsonNode json() {
        return MAPPER.readTree(body);
    }

    String text(String path) {
        return json().at("/" + path).asString();
    }

    XmlResponse xml() {
        return XmlResponse.parse(body);
    }
}
