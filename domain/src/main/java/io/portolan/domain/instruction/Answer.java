package io.portolan.domain.instruction;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the other side said of an instruction, or what evidence proves (信息流).
 *
 * @param reference the bank's; of an undecided instruction, the one under which the bank took it
 * @param executed what the bank executed; null unless booked
 * @param rejection why it was rejected; null unless rejected
 * @param uncertainty what is known of an unknown outcome; or that the bank contradicts what is recorded of a known one
 * @param decidedAt the bank's time of booking, or ours of the rejection; null while undecided
 */
public record Answer(
        BookingStatus status,
        @Nullable String reference,
        @Nullable Money executed,
        @Nullable Reason rejection,
        @Nullable String uncertainty,
        @Nullable Instant decidedAt,
        Witness witness) {
    /** Whose word it is. */
    public enum Witness {
        BANK,
        /** Evidence that people brought. */
        EVIDENCE
    }

    public Answer {
        if ((status == BookingStatus.BOOKED) != (executed != null)) {
            throw new IllegalArgumentException("exactly what is booked has an executed amount");
        }
        if ((status == BookingStatus.REJECTED) != (rejection != null)) {
            throw new IllegalArgumentException("exactly what is rejected has a rejection");
        }
        if (status == BookingStatus.BOOKED && (reference == null || reference.isBlank())) {
            throw new IllegalArgumentException("a booked instruction has the bank's reference");
        }
    }

    static Answer none() {
        return new Answer(BookingStatus.INSTRUCTED, null, null, null, null, null, Witness.BANK);
    }

    Answer taken(String by) {
        return new Answer(status, by, null, null, uncertainty, null, Witness.BANK);
    }

    public static Answer booked(String reference, Money executed, Instant at, Witness witness) {
        return new Answer(BookingStatus.BOOKED, reference, executed, null, null, at, witness);
    }

    public static Answer rejected(Reason reason, Instant at, Witness witness) {
        return new Answer(BookingStatus.REJECTED, null, null, reason, null, at, witness);
    }

    Answer contradicted() {
        return new Answer(status, reference, executed, rejection, "contradicted by the bank", decidedAt, witness);
    }

    Answer unknown(String detail) {
        return new Answer(BookingStatus.UNKNOWN, reference, null, null, detail, null, Witness.BANK);
    }
}
