package io.portolan.simulators.instruction;

import java.time.Instant;
import java.util.Optional;

/** How far an instruction has come. Booked is what the bank says, settled is when the funds have moved. */
public sealed interface State {

    /** Stored, and nothing else yet. */
    record Received() implements State {}

    /** Done, says the bank: it is in the statement from now on. */
    record Booked(Instant bookedAt) implements State {}

    /** Done, and the funds have moved. */
    record Settled(Instant bookedAt, Instant settledAt) implements State {}

    /** Settled, and sent back by the other side later. */
    record Returned(Instant bookedAt, Instant settledAt, Instant returnedAt) implements State {}

    /** Refused in the answer to the first request; every repeat is told the same. */
    record RejectedAtOnce(Rejection reason) implements State {}

    /** Rejected some time after it was accepted. */
    record RejectedLater(Rejection reason) implements State {}

    default Optional<Instant> whenBooked() {
        return switch (this) {
            case Booked booked -> Optional.of(booked.bookedAt());
            case Settled settled -> Optional.of(settled.bookedAt());
            case Returned returned -> Optional.of(returned.bookedAt());
            case Received _, RejectedAtOnce _, RejectedLater _ -> Optional.empty();
        };
    }

    default Optional<Instant> whenSettled() {
        return switch (this) {
            case Settled settled -> Optional.of(settled.settledAt());
            case Returned returned -> Optional.of(returned.settledAt());
            case Received _, Booked _, RejectedAtOnce _, RejectedLater _ -> Optional.empty();
        };
    }

    default Optional<Rejection> whyRejected() {
        return switch (this) {
            case RejectedAtOnce(var reason) -> Optional.of(reason);
            case RejectedLater(var reason) -> Optional.of(reason);
            case Received _, Booked _, Settled _, Returned _ -> Optional.empty();
        };
    }
}
