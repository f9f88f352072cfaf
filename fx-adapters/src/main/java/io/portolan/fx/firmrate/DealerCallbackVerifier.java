package io.portolan.fx.firmrate;

import io.portolan.banks.http.CallbackLimits;
import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.domain.bank.CallbackVerification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies that a callback comes from the dealer.
 *
 * <p>A captured callback can be sent again within five minutes; it then has the event id that it had before, and says
 * nothing new.
 */
public final class DealerCallbackVerifier {
    private static final Pattern SIGNATURE_HEADER = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private final String secret;
    private final Clock clock;

    public DealerCallbackVerifier(String secret, Clock clock) {
        this.secret = DealerSettings.requireSecret(secret);
        this.clock = clock;
    }

    /** Verifies one POST by the raw path with its query, the headers by name, and the body as it came. */
    public CallbackVerification verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body) {
        if (CallbackLimits.isTooLarge(body)) {
            return CallbackLimits.tooLarge();
        }
        Matcher signature =
                SIGNATURE_HEADER.matcher(headers.apply("X-Dealer-Signature").orElse(""));
        if (!signature.matches()) {
            return new CallbackVerification.Unauthenticated("X-Dealer-Signature is missing or malformed");
        }
        String timestamp = signature.group(1);
        if (!CallbackLimits.isRecent(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock)) {
            return new CallbackVerification.Unauthenticated("X-Dealer-Signature is more than five minutes off");
        }
        if (!new SignatureBase(timestamp, "POST", pathWithQuery).isSignedBy(signature.group(2), secret, body)) {
            return new CallbackVerification.Unauthenticated("X-Dealer-Signature is not valid");
        }
        return hintOf(new String(body, StandardCharsets.UTF_8));
    }

    private static CallbackVerification hintOf(String body) {
        try {
            JsonFields fields = JsonFields.parse(body);
            fields.get("occurred_at").time();
            return new CallbackVerification.Genuine(
                    fields.get("client_trade_id").instructionKey(),
                    fields.get("event_id").identifier(),
                    fields.get("status").identifier());
        } catch (InvalidResponse e) {
            return new CallbackVerification.Malformed(e.detail());
        }
    }
}
