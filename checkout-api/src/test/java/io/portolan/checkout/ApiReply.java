package io.portolan.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered. */
record ApiReply(HttpResponse<String> response) {
    private static final JsonMapper MAPPER = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return MAPPER.readTree(response.body());
    }

    /** The text at a JSON pointer. */
    String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The errors as place and rule, such as {@code /quote quote-expired}. */
    List<String> errors() {
        return json().path("errors").valueStream().map(ApiReply::placeOf).toList();
    }

    /** It is a problem of this kind, told in full. */
    ApiReply assertProblem(int status, String slug) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("/type")).isEqualTo("/problems/" + slug);
        assertThat(text("/title")).isNotBlank();
        assertThat(json().at("/status").intValue()).isEqualTo(status);
        assertThat(text("/detail")).isNotBlank();
        assertThat(text("/trace_id")).matches("[0-9a-f]{32}");
        return this;
    }

    /** Bad values: exactly these errors. */
    ApiReply assertInvalid(String... errors) {
        assertProblem(422, "invalid");
        assertThat(errors()).containsExactlyInAnyOrder(errors);
        return this;
    }

    private static String placeOf(JsonNode error) {
        String place = error.has("pointer")
                ? error.path("pointer").asString()
                : error.has("parameter")
                        ? "?" + error.path("parameter").asString()
                        : error.path("header").asString();
        assertThat(error.path("detail").asString()).isNotBlank();
        return place + " " + error.path("rule").asString();
    }
}
