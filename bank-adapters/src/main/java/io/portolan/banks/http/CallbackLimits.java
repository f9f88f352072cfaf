package io.portolan.banks.http;

import io.portolan.domain.bank.CallbackVerification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How large and how old a callback may be, whoever signed it and however. */
public final class CallbackLimits {
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final Duration TIMESTAMP_TOLERANCE = Duration.ofMinutes(5);

    private CallbackLimits() {}

    /** Asked before anything is computed over the body. */
    public static boolean isTooLarge(byte[] body) {
        return body.length > MAX_BODY_BYTES;
    }

    public static CallbackVerification.Malformed tooLarge() {
        return new CallbackVerification.Malformed("the body is larger than " + MAX_BODY_BYTES + " bytes");
    }

    /** Within five minutes of now, in the past or the future. */
    public static boolean isRecent(Instant signedAt, Clock clock) {
        return Duration.between(signedAt, clock.instant()).abs().compareTo(TIMESTAMP_TOLERANCE) <= 0;
    }
}
