package io.portolan.checkout.requests;

import io.portolan.checkout.json.Json;
import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.domain.input.Input;
import io.portolan.domain.input.ObjectRule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's body within the size limit, as it was sent. Reading it is strict: UTF-8, one object, each name once,
 * nothing after it.
 */
public final class JsonBody {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String JSON_RULE = "json";

    private final byte[] bytes;

    JsonBody(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /**
     * The body's object, unchecked.
     *
     * @throws ProblemException if there is none
     */
    public Input input() {
        String text = decode();
        if (!text.isBlank() && parse(text) instanceof Map<?, ?> object) {
            return new Input(object);
        }
        throw unreadable("The body must be a JSON object.");
    }

    /**
     * The body's object, which obeys the rule.
     *
     * @throws ProblemException if there is none, or with everything that is wrong with it
     */
    public Input input(ObjectRule rule) {
        Input input = input();
        ValidationErrors errors = new ValidationErrors();
        errors.addAll(rule.violationsOf(input));
        errors.throwIfAny();
        return input;
    }

    /** The lower-case hex SHA-256 of the body's JSON value: the order of members and white space do not matter. */
    public String hash() {
        String value = isEmpty() ? "" : Json.write(input().values());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Object parse(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (StreamReadException malformed) {
            throw unreadable("%s: %s.".formatted(positionOf(malformed), firstSentenceOf(malformed)));
        } catch (JacksonException malformed) {
            throw unreadable("%s: unexpected content after the object.".formatted(positionOf(malformed)));
        }
    }

    private String decode() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw unreadable("The body is not UTF-8.");
        }
    }

    private static String positionOf(JacksonException malformed) {
        TokenStreamLocation location = malformed.getLocation();
        return location == null
                ? "The body is malformed"
                : "Line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** The parser's first sentence says what it met and what it expected. */
    private static String firstSentenceOf(StreamReadException malformed) {
        String message = malformed.getOriginalMessage();
        return message.lines().findFirst().orElse("malformed").replaceFirst("\\.$", "");
    }

    private static ProblemException unreadable(String detail) {
        return ProblemException.of(ProblemType.UNREADABLE_BODY, FieldError.inBody("", JSON_RULE, detail));
    }
}
