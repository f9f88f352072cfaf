package io.portolan.banks.signedjson;

import io.portolan.banks.http.CallbackLimits;
import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.domain.bank.CallbackVerification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verifies that a callback comes from the bank.
 *
 * <p>A captured callback can be sent again within five minutes; it then has the event id that it had before, and says
 * nothing new.
 */
public final class SignedJsonCallbackVerifier {
    private final String secret;
    private final Clock clock;

    public SignedJsonCallbackVerifier(String secret, Clock clock) {
        this.secret = SignedJsonSettings.requireSecret(secret);
        this.clock = clock;
    }

    /** Verifies one POST by the raw path with its query, the headers by name, and the body as it came. */
    public CallbackVerification verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body) {
        if (CallbackLimits.isTooLarge(body)) {
            return CallbackLimits.tooLarge();
        }
        String timestamp = headers.apply("X-Timestamp").orElse("");
        if (!isRecent(timestamp)) {
            return new CallbackVerification.Unauthenticated(
                    "X-Timestamp is missing, malformed or more than five minutes off");
        }
        String nonce = headers.apply("X-Nonce").orElse("");
        var base = new SignatureBase("POST", pathWithQuery, timestamp, nonce, SignatureBase.hashOf(body));
        if (!base.isSignedBy(headers.apply("X-Signature").orElse(""), secret)) {
            return new CallbackVerification.Unauthenticated("X-Signature is not valid");
        }
        return hintOf(new String(body, StandardCharsets.UTF_8));
    }

    private boolean isRecent(String timestamp) {
        return timestamp.matches("[0-9]{1,15}")
                && CallbackLimits.isRecent(Instant.ofEpochMilli(Long.parseLong(timestamp)), clock);
    }

    private static CallbackVerification hintOf(String body) {
        try {
            JsonFields fields = JsonFields.parse(body);
            fields.get("occurredAt").time();
            return new CallbackVerification.Genuine(
                    fields.get("orderNo").instructionKey(),
                    fields.get("eventId").identifier(),
                    fields.get("state").identifier());
        } catch (InvalidResponse e) {
            return new CallbackVerification.Malformed(e.detail());
        }
    }
}
