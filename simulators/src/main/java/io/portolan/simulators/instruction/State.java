package io.portolan.simulators.instruction;

import java.time.Instant;
import java.util.Optional;

/** The state of an instruction. Booked is what the bank reports, settled means that the funds have moved. */
public sealed interface State {

    /** Stored, and neither booked nor rejected. */
    record Received() implements State {}

    /** Booked by the bank: it is in the statement from now on. */
    record Booked(Instant bookedAt) implements State {}

    /** Booked, and the funds have moved. */
    record Settled(Instant bookedAt, Instant settledAt) implements State {}

    /** Settled, and later returned by the beneficiary's bank. */
    record Returned(Instant bookedAt, Instant settledAt, Instant returnedAt) implements State {}

    /** Rejected in the response to the first request; every repeat gets the same rejection. */
    record RejectedAtOnce(Rejection reason) implements State {}

    /** Rejected some time after it was taken. */
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
