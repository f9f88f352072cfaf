package io.portolan.domain.operations;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Answer.Witness;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An inquiry about an instruction that has ended, when it is due: nobody waits for its answer, but what the bank says later may contradict what is recorded. Rounds follow at
 * 1 h, 6 h, 1 d, 2 d, 4 d and 8 d after the end.
 *
 * @param round how many rounds were answered
 * @param failures how often in a row this round got no answer
 */
public record Recheck(InstructionKey key, Cause cause, Instant endedAt, int round, int failures, Instant dueAt) {
    /** Why an instruction that has ended is asked about again. */
    public enum Cause {
        /** It was rejected, and may be executed all the same. */
        REJECTED,
        /** People brought evidence, and its bank has not confirmed it. */
        EVIDENCE,
        /** It was returned, and may be returned again. */
        RETURNED,
        /** The bank called about it: asked about once, at once. */
        CALLBACK;

        /** Why an instruction with these answers is asked about again by schedule; empty if it is not. */
        public static Optional<Cause> of(BookingStatus booking, SettlementStatus settlement, Witness witness) {
            if (settlement == SettlementStatus.RETURNED) {
                return Optional.of(RETURNED);
            }
            if (witness == Witness.EVIDENCE) {
                return Optional.of(EVIDENCE);
            }
            return booking == BookingStatus.REJECTED ? Optional.of(REJECTED) : Optional.empty();
        }

        /** Why this instruction is asked about again by schedule; empty if it is not. */
        public static Optional<Cause> of(Instruction instruction) {
            return of(
                    instruction.booking(),
                    instruction.settlement(),
                    instruction.answer().witness());
        }

        private List<Duration> rounds() {
            return this == CALLBACK ? AT_ONCE : SLOWING;
        }
    }

    private static final List<Duration> AT_ONCE = List.of(Duration.ZERO);
    private static final List<Duration> SLOWING = List.of(
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(8));
    private static final Duration FIRST_DELAY = Duration.ofMinutes(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(12);
    private static final int DOUBLINGS = 8;
    private static final int MOST_FAILURES = 20;

    /** The first round about an instruction that ended then. */
    public static Recheck first(InstructionKey key, Cause cause, Instant endedAt) {
        return new Recheck(
                key, cause, endedAt, 0, 0, endedAt.plus(cause.rounds().getFirst()));
    }

    /** The next round after one that was answered now; those whose time is over are left out. Empty after the last. */
    public Optional<Recheck> answered(Instant now) {
        List<Duration> rounds = cause.rounds();
        for (int next = round + 1; next < rounds.size(); next++) {
            Instant nextAt = endedAt.plus(rounds.get(next));
            if (nextAt.isAfter(now)) {
                return Optional.of(new Recheck(key, cause, endedAt, next, 0, nextAt));
            }
        }
        return Optional.empty();
    }

    /** The same round, later: the more often it failed, the later. Empty if it has failed too often to go on. */
    public Optional<Recheck> failed(Instant now) {
        if (failures + 1 >= MOST_FAILURES) {
            return Optional.empty();
        }
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        Duration delay = doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
        return Optional.of(new Recheck(key, cause, endedAt, round, failures + 1, now.plus(delay)));
    }
}
