package io.portolan.demo.shop;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API rejected a request, for good. */
final class ApiRejected extends Exception {
    private static final long serialVersionUID = 1L;

    ApiRejected(int status, String body) {
        super("the API rejected the request (" + status + "): " + problem(body));
    }

    private static String problem(String body) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            var text = new StringBuilder(problem.path("detail").asString(body));
            for (JsonNode error : problem.path("errors")) {
                text.append(" %s: %s"
                        .formatted(
                                error.path("pointer").asString(""),
                                error.path("detail").asString("")));
            }
            return text.toString();
        } catch (JacksonException _) {
            return body.isBlank() ? "(no body)" : body;
        }
    }
}
