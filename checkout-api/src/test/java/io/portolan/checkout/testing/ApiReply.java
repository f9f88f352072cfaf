package io.portolan.checkout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the API. */
public record ApiReply(HttpResponse<String> response) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        return MAPPER.readTree(response.body());
    }

    /** The text at a JSON pointer. */
    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The errors as place and rule, such as {@code /quote quote-expired}. */
    public List<String> errors() {
        return json().path("errors").valueStream().map(ApiReply::placeOf).toList();
    }

    /** Asserts a problem of this kind, with all its members. */
    public ApiReply assertProblem(int status, String slug) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("/type")).isEqualTo("/problems/" + slug);
        assertThat(text("/title")).isNotBlank();
        assertThat(json().at("/status").intValue()).isEqualTo(status);
        assertThat(text("/detail")).isNotBlank();
        assertThat(text("/trace_id")).matches("[0-9a-f]{32}");
        return this;
    }

    /** Asserts invalid values: exactly these errors. */
    public ApiReply assertInvalid(String... errors) {
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
