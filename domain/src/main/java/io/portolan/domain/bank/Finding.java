package io.portolan.domain.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an inquiry about an instruction found. Only {@link NotFound} and {@link Refused} prove that nothing moved. */
public sealed interface Finding {
    /** The other side has executed it; {@code settledAt} is set once the funds have really moved. */
    record Booked(
            String reference, Instant bookedAt, @Nullable Instant settledAt) implements Finding {}

    /** The other side holds it and has not decided. */
    record Pending(String reference) implements Finding {}

    /** The other side refused it for good, and moved nothing. */
    record Refused(Reason reason) implements Finding {}

    /** The other side has never seen this key, so sending the same instruction under the same key cannot move money twice. */
    record NotFound() implements Finding {}

    /** No answer, a broken one, or one that contradicts what we asked for. */
    record Unclear(String detail) implements Finding {}
}
