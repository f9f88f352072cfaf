package io.portolan.banks.domestic;

import io.portolan.domain.bank.CallbackHint;
import io.portolan.domain.identity.InstructionKey;
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
public final class DomesticCallbacks {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int LONGEST_BODY = 64 * 1024;

    private final String secret;
    private final Clock clock;

    public DomesticCallbacks(String secret, Clock clock) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the domestic bank's secret is missing");
        }
        this.secret = secret;
        this.clock = clock;
    }

    /** Judges one POST by the raw path with its query, the headers by name, and the body as it came. */
    public CallbackHint verify(String pathWithQuery, Function<String, Optional<String>> headers, byte[] body) {
        if (body.length > LONGEST_BODY) {
            return new CallbackHint.Malformed("the body is larger than " + LONGEST_BODY + " bytes");
        }
        String timestamp = headers.apply("X-Timestamp").orElse("");
        if (!isRecent(timestamp)) {
            return new CallbackHint.Forged("X-Timestamp is not a time within five minutes");
        }
        String nonce = headers.apply("X-Nonce").orElse("");
        var text = new SignedText("POST", pathWithQuery, timestamp, nonce, SignedText.hashOf(body));
        if (!text.isSignedBy(headers.apply("X-Signature").orElse(""), secret)) {
            return new CallbackHint.Forged("X-Signature is not the bank's");
        }
        return hintOf(new String(body, StandardCharsets.UTF_8));
    }

    private boolean isRecent(String timestamp) {
        if (!timestamp.matches("[0-9]{1,15}")) {
            return false;
        }
        try {
            Instant signedAt = Instant.ofEpochMilli(Long.parseLong(timestamp));
            return Duration.between(signedAt, clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static CallbackHint hintOf(String body) {
        try {
            JsonFields fields = JsonFields.parse(body);
            fields.time("occurredAt");
            return new CallbackHint.Genuine(key(fields.text("orderNo")), fields.word("eventId"), fields.word("state"));
        } catch (Untrustworthy e) {
            return new CallbackHint.Malformed(e.detail());
        }
    }

    private static InstructionKey key(String orderNo) throws Untrustworthy {
        try {
            return InstructionKey.parse(orderNo);
        } catch (IllegalArgumentException e) {
            throw new Untrustworthy("orderNo is not a key of ours");
        }
    }
}
