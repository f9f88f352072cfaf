package io.portolan.domain.bank;

import io.portolan.domain.ids.InstructionKey;

/**
 * What a call from the other side turned out to be. Even a genuine one is only a hint: the truth is what an inquiry finds, so a callback is
 * never booked, only followed up.
 */
public sealed interface CallbackVerification {
    /**
     * Really from the other side and recent. {@code eventId} is the same each time the event is delivered, and each event of this other side has
     * its own; {@code claimedState} is what the other side says, for people to read.
     */
    record Genuine(InstructionKey key, String eventId, String claimedState) implements CallbackVerification {
        private static final int LONGEST = 64;

        public Genuine {
            if (eventId.isBlank() || eventId.length() > LONGEST) {
                throw new IllegalArgumentException("an event id has 1 to 64 characters");
            }
            if (claimedState.isBlank() || claimedState.length() > LONGEST) {
                throw new IllegalArgumentException("a claimed state has 1 to 64 characters");
            }
        }
    }

    /** Not signed by the other side, or too old or too early to be taken. */
    record Unauthenticated(String detail) implements CallbackVerification {}

    /** Signed by the other side, but not what was agreed. */
    record Malformed(String detail) implements CallbackVerification {}
}
