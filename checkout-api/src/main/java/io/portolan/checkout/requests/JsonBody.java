package io.portolan.checkout.requests;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request's body within the size limit, as it was sent. Reading it is strict: UTF-8, one object, each name once, nothing after it. */
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

    /** The body's object. */
    public Fields fields() {
        JsonNode node = parse();
        if (!node.isObject()) {
            throw unreadable("The body is JSON, but not an object: begin it with a brace.");
        }
        return new Fields(node, "", new ValidationErrors());
    }

    /** The lower-case hex SHA-256 of the very bytes. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private JsonNode parse() {
        try {
            return MAPPER.readTree(decode());
        } catch (StreamReadException malformed) {
            throw unreadable("%s: %s.".formatted(positionOf(malformed), firstSentenceOf(malformed)));
        } catch (JacksonException malformed) {
            throw unreadable("%s: what stands there does not belong to the object.".formatted(positionOf(malformed)));
        }
    }

    private String decode() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
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
