package io.portolan.banks.signedjson;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the domestic bank is and how it knows us. {@code accountHolder} is our name there; {@code notifyUrl} is where it sends its callbacks, if
 * anywhere; {@code timeLimit} is for one whole exchange, up to the last byte of the answer.
 */
public record SignedJsonSettings(
        URI baseUri,
        String clientId,
        String secret,
        String accountHolder,
        @Nullable URI callbackUri,
        Duration timeLimit) {
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(3);

    public SignedJsonSettings {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the domestic bank's secret is missing");
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("a time limit is positive");
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "DomesticSettings[" + baseUri + ", " + clientId + "]";
    }
}
