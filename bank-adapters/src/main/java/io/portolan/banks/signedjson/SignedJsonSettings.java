package io.portolan.banks.signedjson;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the bank is and how it knows us. {@code accountHolder} is our name there; {@code callbackUri} is where it sends
 * its callbacks, if anywhere; {@code timeLimit} is for one whole exchange, up to the last byte of the response.
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
        requireSecret(secret);
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("the time limit must be positive");
        }
    }

    static String requireSecret(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the secret is missing");
        }
        return secret;
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SignedJsonSettings[" + baseUri + ", " + clientId + "]";
    }
}
