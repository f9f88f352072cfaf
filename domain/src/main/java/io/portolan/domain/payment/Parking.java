package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.plan.MovementKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a payment does not go on by itself, at which movement, and until when.
 *
 * @param instruction the instruction that it is about; null where none could be begun
 * @param until when it goes on without anybody: tries again, or unwinds; null if only a person, a bank or a statement helps
 * @param version the payment's version from which it is parked for this: what a person looked at
 */
public record Parking(
        Kind kind,
        MovementKind movement,
        @Nullable InstructionKey instruction,
        Reason reason,
        Instant parkedAt,
        @Nullable Instant until,
        int version) {
    /** What it waits for. */
    public enum Kind {
        /** To know whether the instruction was executed. */
        OUTCOME,
        /** For a corrected payee; afterwards it is unwound. */
        REPAIR,
        /** For something of ours or of a bank's that is short, frozen, closed or out; afterwards it is tried again. */
        SHORTAGE,
        /** For a person: nothing else helps. */
        STUCK
    }

    /** Why a payment is to wait: for what, at which movement, and until when. */
    public record Cause(
            Kind kind,
            MovementKind movement,
            Reason reason,
            @Nullable Instant until) {
        Parking parking(@Nullable InstructionKey about, Instant at, int version) {
            return new Parking(kind, movement, about, reason, at, until, version);
        }
    }

    public Parking {
        if ((kind == Kind.REPAIR || kind == Kind.SHORTAGE) != (until != null)) {
            throw new IllegalArgumentException(kind + " waits until some time exactly if it ends by itself");
        }
        if (kind == Kind.OUTCOME && instruction == null) {
            throw new IllegalArgumentException("an unknown outcome is that of an instruction");
        }
    }

    /** Whether it waits for the same, and its time is not over. */
    boolean isStill(Cause cause, Instant now) {
        return kind == cause.kind()
                && movement == cause.movement()
                && reason.code().equals(cause.reason().code())
                && !isOverAt(now);
    }

    /** The same, with its time over, from this version of the payment. */
    Parking endedAt(Instant now, int from) {
        return new Parking(kind, movement, instruction, reason, parkedAt, now, from);
    }

    /** Whether its time is over. */
    public boolean isOverAt(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
