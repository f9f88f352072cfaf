package io.portolan.fx.firmrate;

import io.portolan.domain.bank.CallbackHint;
import io.portolan.domain.ids.InstructionKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the dealer's callbacks from anybody else's.
 *
 * <p>A captured callback can be sent again within five minutes; it then has the event id that it had before, and says nothing new.
 */
public final class DealerCallbackVerifier {
    private static final Duration TIMESTAMP_TOLERANCE = Duration.ofMinutes(5);
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final Pattern SIGNATURE_HEADER = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private final String secret;
    private final Clock clock;

    public DealerCallbackVerifier(String secret, Clock clock) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the dealer's secret is missing");
        }
        this.secret = secret;
        this.clock = clock;
    }

    /** Judges one POST by the raw path with its query, the headers by name, and the body as it came. */
    public CallbackHint verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            return new CallbackHint.Malformed("the body is larger than " + MAX_BODY_BYTES + " bytes");
        }
        Matcher signature =
                SIGNATURE_HEADER.matcher(headers.apply("X-Dealer-Signature").orElse(""));
        if (!signature.matches()) {
            return new CallbackHint.Unauthenticated("X-Dealer-Signature is not a signature");
        }
        String timestamp = signature.group(1);
        if (!isRecent(Instant.ofEpochSecond(Long.parseLong(timestamp)))) {
            return new CallbackHint.Unauthenticated("X-Dealer-Signature was not made within five minutes");
        }
        if (!new SignatureBase(timestamp, "POST", pathWithQuery).isSignedBy(signature.group(2), secret, body)) {
            return new CallbackHint.Unauthenticated("X-Dealer-Signature is not the dealer's");
        }
        return hintOf(new String(body, StandardCharsets.UTF_8));
    }

    private boolean isRecent(Instant signedAt) {
        return Duration.between(signedAt, clock.instant()).abs().compareTo(TIMESTAMP_TOLERANCE) <= 0;
    }

    private static CallbackHint hintOf(String body) {
        try {
            JsonFields fields = JsonFields.parse(body);
            fields.time("occurred_at");
            return new CallbackHint.Genuine(
                    parseKey(fields.text("client_trade_id")),
                    fields.identifier("event_id"),
                    fields.identifier("status"));
        } catch (InvalidResponse e) {
            return new CallbackHint.Malformed(e.detail());
        }
    }

    private static InstructionKey parseKey(String clientTradeId) throws InvalidResponse {
        try {
            return InstructionKey.parse(clientTradeId);
        } catch (IllegalArgumentException e) {
            throw new InvalidResponse("client_trade_id is not a key of ours");
        }
    }
}
