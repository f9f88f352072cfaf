package io.portolan.domain.instruction;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of an instruction that are fixed before it is sent.
 *
 * @param sendUntil the fence: from then on nobody sends it, however late a process wakes
 * @param honouredUntil until then the bank may still take a copy that was signed before the fence; only an inquiry made later can prove that it was not executed
 * @param awaitedUntil until then an answer is waited for; then a person is asked
 */
public record SendWindow(Instant instructedAt, Instant sendUntil, Instant honouredUntil, Instant awaitedUntil) {
    public SendWindow {
        if (sendUntil.isBefore(instructedAt) || honouredUntil.isBefore(sendUntil)) {
            throw new IllegalArgumentException("an instruction is sent first, then honoured, then proven");
        }
    }

    /** The same, with an answer waited for until then. */
    SendWindow awaitedUntil(Instant until) {
        return new SendWindow(instructedAt, sendUntil, honouredUntil, until);
    }

    /** How long each time is after the one before. */
    public record Lengths(Duration sending, Duration honouring, Duration awaiting) {
        public Lengths {
            if (!sending.isPositive() || honouring.isNegative() || !awaiting.isPositive()) {
                throw new IllegalArgumentException("the times of an instruction are positive");
            }
        }

        /** The window of an instruction that begins at this time. */
        public SendWindow from(Instant now) {
            Instant sendUntil = now.plus(sending);
            return new SendWindow(now, sendUntil, sendUntil.plus(honouring), now.plus(awaiting));
        }
    }
}
