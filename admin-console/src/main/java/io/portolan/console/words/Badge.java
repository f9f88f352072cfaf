package io.portolan.console.words;

import io.portolan.domain.payment.Funds;
import io.portolan.domain.payment.Information;
import io.portolan.domain.payment.Stage;

/** A state in one or two words, with its tone. */
public record Badge(String word, Tone tone) {
    /** Where a payment's saga is. */
    public static Badge of(Stage stage) {
        return switch (stage) {
            case ACCEPTED -> new Badge("Accepted", Tone.STILL);
            case COLLECTING -> new Badge("Collecting", Tone.RUNNING);
            case CONVERTING -> new Badge("Converting", Tone.RUNNING);
            case PAYING_OUT -> new Badge("Paying out", Tone.RUNNING);
            case COMPLETED -> new Badge("Completed", Tone.GOOD);
            case UNWINDING -> new Badge("Unwinding", Tone.UNDO);
            case RETURNED -> new Badge("Returned", Tone.UNDO);
            case FAILED -> new Badge("Failed", Tone.BAD);
            case CANCELLED -> new Badge("Cancelled", Tone.STILL);
            case PARKED -> new Badge("Parked", Tone.WARNING);
        };
    }

    /** What the bank says. */
    public static Badge of(Information information) {
        return switch (information) {
            case INSTRUCTED -> new Badge("Instructed", Tone.RUNNING);
            case BOOKED -> new Badge("Booked", Tone.GOOD);
            case REJECTED -> new Badge("Rejected", Tone.BAD);
            case UNKNOWN -> new Badge("Unknown", Tone.WARNING);
        };
    }

    /** What has really moved. */
    public static Badge of(Funds funds) {
        return switch (funds) {
            case UNSETTLED -> new Badge("Unsettled", Tone.STILL);
            case SETTLED -> new Badge("Settled", Tone.GOOD);
            case RETURNED -> new Badge("Returned", Tone.UNDO);
        };
    }
}
