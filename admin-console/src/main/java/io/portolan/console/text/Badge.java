package io.portolan.console.text;

import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.plan.PlanStatus;

/** A state in one or two words, with its tone. */
public record Badge(String label, Tone tone) {
    /** Where a payment's saga is. */
    public static Badge of(Stage stage) {
        return switch (stage) {
            case ACCEPTED -> new Badge("Accepted", Tone.NEUTRAL);
            case COLLECTING -> new Badge("Collecting", Tone.RUNNING);
            case CONVERTING -> new Badge("Converting", Tone.RUNNING);
            case PAYING_OUT -> new Badge("Paying out", Tone.RUNNING);
            case COMPLETED -> new Badge("Completed", Tone.GOOD);
            case UNWINDING -> new Badge("Unwinding", Tone.UNWIND);
            case RETURNED -> new Badge("Returned", Tone.UNWIND);
            case FAILED -> new Badge("Failed", Tone.BAD);
            case CANCELLED -> new Badge("Cancelled", Tone.NEUTRAL);
            case PARKED -> new Badge("Parked", Tone.WARNING);
        };
    }

    /** What the bank has reported. */
    public static Badge of(BookingStatus booking) {
        return switch (booking) {
            case INSTRUCTED -> new Badge("Instructed", Tone.RUNNING);
            case BOOKED -> new Badge("Booked", Tone.GOOD);
            case REJECTED -> new Badge("Rejected", Tone.BAD);
            case UNKNOWN -> new Badge("Unknown", Tone.WARNING);
        };
    }

    /** What has actually moved. */
    public static Badge of(SettlementStatus settlement) {
        return switch (settlement) {
            case UNSETTLED -> new Badge("Unsettled", Tone.NEUTRAL);
            case SETTLED -> new Badge("Settled", Tone.GOOD);
            case RETURNED -> new Badge("Returned", Tone.UNWIND);
        };
    }

    /** How far a plan is. */
    public static Badge of(PlanStatus plan) {
        return switch (plan) {
            case PROPOSED -> new Badge("Proposed", Tone.WARNING);
            case OPEN -> new Badge("Current", Tone.RUNNING);
            case DONE -> new Badge("Done", Tone.GOOD);
            case REPLACED -> new Badge("Replaced", Tone.NEUTRAL);
        };
    }

    /** What has become of a decision. */
    public static Badge of(DecisionStatus decision) {
        return switch (decision) {
            case PROPOSED -> new Badge("Proposed", Tone.WARNING);
            case APPROVED -> new Badge("Approved", Tone.RUNNING);
            case APPLIED -> new Badge("Carried out", Tone.GOOD);
            case REFUSED -> new Badge("Refused", Tone.BAD);
            case LAPSED -> new Badge("Lapsed", Tone.NEUTRAL);
        };
    }
}
