package io.portolan.fx.firmrate;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object that somebody else wrote, read by their exact types.
 *
 * <p>Missing is not null, and a number is not a text: a field that is not what the contract says makes the whole answer untrustworthy. Fields
 * that nobody asks for are ignored, so that the dealer can add some.
 */
final class JsonFields {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{1,9})?Z");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,10})?");
    private static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,64}");

    private final JsonNode object;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    static JsonFields parse(String json) throws InvalidResponse {
        try {
            return of(MAPPER.readTree(json));
        } catch (JacksonException e) {
            // Its message quotes what it read, which is not ours to repeat.
            throw new InvalidResponse("the body is not JSON");
        }
    }

    private static JsonFields of(JsonNode node) throws InvalidResponse {
        if (!node.isObject()) {
            throw new InvalidResponse("the body is not a JSON object");
        }
        return new JsonFields(node);
    }

    String text(String name) throws InvalidResponse {
        JsonNode node = requireField(name);
        if (!node.isString()) {
            throw new InvalidResponse(name + (node.isNull() ? " is null" : " is not a text"));
        }
        return node.stringValue();
    }

    /** A short word without blanks, such as a reference or a state. */
    String identifier(String name) throws InvalidResponse {
        String word = text(name);
        if (!IDENTIFIER.matcher(word).matches()) {
            throw new InvalidResponse(name + " is not 1 to 64 visible characters");
        }
        return word;
    }

    /** Refuses any other text. */
    void requireEquals(String name, String expected) throws InvalidResponse {
        if (!text(name).equals(expected)) {
            throw new InvalidResponse(name + " is not the one we asked about");
        }
    }

    Instant time(String name) throws InvalidResponse {
        String text = text(name);
        try {
            if (TIME.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // Refused below, with what has the right shape and is no time.
        }
        throw new InvalidResponse(name + " is not a time in UTC");
    }

    /** A positive amount as whole minor units. */
    Money amount(String name, Currency currency) throws InvalidResponse {
        JsonNode node = requireField(name);
        boolean isWhole = node.isIntegralNumber() && node.canConvertToLong();
        if (!isWhole || node.longValue() <= 0 || node.longValue() >= Money.LIMIT) {
            throw new InvalidResponse(name + " is not a positive number of minor units");
        }
        return Money.of(currency, node.longValue());
    }

    /** A positive decimal with at most ten decimals, as a text. */
    FxRate rate(String name, CurrencyPair pair) throws InvalidResponse {
        String text = text(name);
        if (!RATE.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw new InvalidResponse(name + " is not a rate");
        }
        return new FxRate(pair, new BigDecimal(text));
    }

    Optional<Instant> findTime(String name) throws InvalidResponse {
        return requireField(name).isNull() ? Optional.empty() : Optional.of(time(name));
    }

    JsonFields object(String name) throws InvalidResponse {
        return of(requireField(name));
    }

    List<JsonFields> objects(String name) throws InvalidResponse {
        JsonNode array = requireField(name);
        if (!array.isArray()) {
            throw new InvalidResponse(name + " is not a list");
        }
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : array) {
            objects.add(of(element));
        }
        return objects;
    }

    private JsonNode requireField(String name) throws InvalidResponse {
        JsonNode node = object.get(name);
        if (node == null) {
            throw new InvalidResponse(name + " is missing");
        }
        return node;
    }
}
