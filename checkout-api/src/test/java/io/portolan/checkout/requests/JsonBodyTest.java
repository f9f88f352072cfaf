package io.portolan.checkout.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    private static final String BODY = """
            {"a": {"x": 1, "y": [1, 2]}, "b": "text", "c": null}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"x\":1,\"y\":[1,2]},\"b\":\"text\",\"c\":null}",
                "{\"c\": null, \"b\": \"text\", \"a\": {\"y\": [1, 2], \"x\": 1}}",
                "\n{ \"a\" : { \"x\" : 1 , \"y\" : [ 1 , 2 ] } ,\t\"b\" : \"te\\u0078t\" , \"c\" : null }\r\n"
            })
    void hashesTheJsonValue(String sameValue) {
        assertThat(body(sameValue).hash()).isEqualTo(body(BODY).hash()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": {\"x\": 1, \"y\": [2, 1]}, \"b\": \"text\", \"c\": null}",
                "{\"a\": {\"x\": 1, \"y\": [1, 2]}, \"b\": \"text\"}",
                "{\"a\": {\"x\": \"1\", \"y\": [1, 2]}, \"b\": \"text\", \"c\": null}",
                "{\"a\": {\"x\": 1, \"y\": [1, 2]}, \"b\": \"text \", \"c\": null}"
            })
    void tellsOtherValuesApart(String otherValue) {
        assertThat(body(otherValue).hash()).isNotEqualTo(body(BODY).hash());
    }

    @Test
    void hashesAnEmptyBodyUnlikeAnEmptyObject() {
        assertThat(body("").hash()).isNotEqualTo(body("{}").hash());
    }

    private static JsonBody body(String text) {
        return new JsonBody(text.getBytes(StandardCharsets.UTF_8));
    }
}
