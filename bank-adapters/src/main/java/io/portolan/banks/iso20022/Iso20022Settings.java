package io.portolan.banks.iso20022;

import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;

/**
 * Where the bank is and how we sign to it. {@code accountHolder} is our name there; {@code timeLimit} is for one whole
 * exchange, up to the last byte of the response. The bank knows by itself where to send its callbacks.
 */
public record Iso20022Settings(
        URI baseUri, String keyId, PrivateKey privateKey, String accountHolder, Duration timeLimit) {
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(3);

    public Iso20022Settings {
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("the time limit must be positive");
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "Iso20022Settings[" + baseUri + ", " + keyId + "]";
    }
}
