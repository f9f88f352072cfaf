package io.portolan.domain.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has become of an instruction, as an inquiry found it. Only {@link NotFound} and {@link Rejected} prove that nothing moved. */
public sealed interface InquiryResult {
    /** The other side has executed it; {@code settledAt} is set once the funds have really moved. */
    record Booked(
            String reference, Instant bookedAt, @Nullable Instant settledAt) implements InquiryResult {}

    /** The other side has it and has not decided. */
    record Pending(String reference) implements InquiryResult {}

    /** The other side rejected it for good, and moved nothing. */
    record Rejected(Reason reason) implements InquiryResult {}

    /** The other side has never seen this key, so sending the same instruction under the same key cannot move money twice. */
    record NotFound() implements InquiryResult {}

    /** No answer, a broken one, or one that contradicts what we asked for. */
    record Unknown(String detail) implements InquiryResult {}
}
