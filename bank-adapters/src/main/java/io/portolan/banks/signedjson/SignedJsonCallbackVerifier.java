package io.portolan.banks.signedjson;

import io.portolan.domain.bank.CallbackHint;
import io.portolan.domain.ids.InstructionKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells the domestic bank's callbacks from anybody else's.
 *
 * <p>A captured callback can be sent again within five minutes; it then has the event id that it had before, and says nothing new.
 */
public final class SignedJsonCallbackVerifier {
    private static final Duration TIMESTAMP_TOLERANCE = Duration.ofMinutes(5);
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final String secret;
    private final Clock clock;

    public SignedJsonCallbackVerifier(String secret, Clock clock) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the domestic bank's secret is missing");
        }
        this.secret = secret;
        this.clock = clock;
    }

    /** Judges one POST by the raw path with its query, the headers by name, and the body as it came. */
    public CallbackHint verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            return new CallbackHint.Malformed("the body is larger than " + MAX_BODY_BYTES + " bytes");
        }
        String timestamp = headers.apply("X-Timestamp").orElse("");
        if (!isRecent(timestamp)) {
            return new CallbackHint.Unauthenticated("X-Timestamp is not a time within five minutes");
        }
        String nonce = headers.apply("X-Nonce").orElse("");
        var text = new SignatureBase("POST", pathWithQuery, timestamp, nonce, SignatureBase.hashOf(body));
        if (!text.isSignedBy(headers.apply("X-Signature").orElse(""), secret)) {
            return new CallbackHint.Unauthenticated("X-Signature is not the bank's");
        }
        return hintOf(new String(body, StandardCharsets.UTF_8));
    }

    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("[0-9]{1,15}")) {
            return false;
        }
        try {
            Instant signedAt = Instant.ofEpochMilli(Long.parseLong(timestamp));
            return Duration.between(signedAt, clock.instant()).abs().compareTo(TIMESTAMP_TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static CallbackHint hintOf(String body) {
        try {
            JsonFields fields = JsonFields.parse(body);
            fields.time("occurredAt");
            return new CallbackHint.Genuine(
                    parseKey(fields.text("orderNo")), fields.identifier("eventId"), fields.identifier("state"));
        } catch (InvalidResponse e) {
            return new CallbackHint.Malformed(e.detail());
        }
    }

    private static InstructionKey parseKey(String orderNo) throws InvalidResponse {
        try {
            return InstructionKey.parse(orderNo);
        } catch (IllegalArgumentException e) {
            throw new InvalidResponse("orderNo is not a key of ours");
        }
    }
}
