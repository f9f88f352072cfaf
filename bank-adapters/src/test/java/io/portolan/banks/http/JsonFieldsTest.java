package io.portolan.banks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Li Wei",
                "{\"a\":",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{} {}",
                "{}]"
            })
    void rejectsWhatIsNotJson(String body) {
        assertInvalid(() -> JsonFields.parse(body), "the body is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[{}]", "\"Li Wei\"", "1", "true"})
    void rejectsWhatIsNotAnObject(String body) {
        assertInvalid(() -> JsonFields.parse(body), "the body is not a JSON object");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    '{}',         a is missing
                    '{"a":null}', a is null
                    '{"a":1}',    a is not a string
                    '{"a":true}', a is not a string
                    '{"a":{}}',   a is not a string
                    '{"a":["b"]}', a is not a string
                    """)
    void readsNoStringWhereThereIsNone(String body, String detail) throws InvalidResponse {
        JsonFields fields = JsonFields.parse(body);

        assertInvalid(() -> fields.get("a"), detail);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    '{}',         a is missing
                    '{"a":null}', a is not an integer
                    '{"a":"1"}',  a is not an integer
                    '{"a":1.0}',  a is not an integer
                    '{"a":1e2}',  a is not an integer
                    '{"a":9223372036854775808}', a is not an integer
                    """)
    void readsNoIntegerWhereThereIsNone(String body, String detail) throws InvalidResponse {
        JsonFields fields = JsonFields.parse(body);

        assertInvalid(() -> fields.integer("a"), detail);
    }

    @Test
    void tellsMissingFromNull() throws InvalidResponse {
        JsonFields fields = JsonFields.parse("{\"a\":null,\"b\":\"text\"}");

        assertThat(fields.isNull("a")).isTrue();
        assertThat(fields.isNull("b")).isFalse();
        assertInvalid(() -> fields.isNull("c"), "c is missing");
    }

    @Test
    void ignoresFieldsThatNobodyAsksFor() throws InvalidResponse {
        JsonFields fields = JsonFields.parse("{\"new\":{\"x\":[1.5,null]},\"a\":[{\"b\":\"text\"}]}");

        assertThat(fields.objects("a").getFirst().get("b")).isEqualTo(new Field("b", "text"));
    }

    private static void assertInvalid(ThrowingCallable reading, String detail) {
        assertThatThrownBy(reading)
                .isInstanceOf(InvalidResponse.class)
                .hasMessage(detail)
                .hasNoCause();
    }
}
