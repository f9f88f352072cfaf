package io.portolan.simulators.signature;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Whether a request was signed just now: its time is at most five minutes off. */
public final class Freshness {

    /** How far a signer's clock may be off. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final InstantSource clock;

    public Freshness(InstantSource clock) {
        this.clock = clock;
    }

    public boolean isFresh(Instant signedAt) {
        return Duration.between(signedAt, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Reads milliseconds since 1970. */
    public static Optional<Instant> parseMilliseconds(String text) {
        return text.matches("[0-9]{1,15}") ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text))) : Optional.empty();
    }

    /** Reads seconds since 1970. */
    public static Optional<Instant> parseSeconds(String text) {
        return text.matches("[0-9]{1,11}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }

    /** Reads an RFC 3339 time in UTC. */
    public static Optional<Instant> parseRfc3339(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
