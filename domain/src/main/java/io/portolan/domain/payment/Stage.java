package io.portolan.domain.payment;

import io.portolan.domain.ids.Step;

/** Where the saga is. */
public enum Stage {
    ACCEPTED,
    COLLECTING,
    CONVERTING,
    PAYING_OUT,
    COMPLETED,
    UNWINDING,
    RETURNED,
    /** Nothing moved. */
    FAILED,
    /** The merchant or buyer withdrew before anything moved. */
    CANCELLED,
    /** Waits for a person. */
    PARKED;

    /** Nothing more happens by itself, though a return can reopen a completed payment. */
    public boolean isTerminal() {
        return switch (this) {
            case COMPLETED, RETURNED, FAILED, CANCELLED -> true;
            case ACCEPTED, COLLECTING, CONVERTING, PAYING_OUT, UNWINDING, PARKED -> false;
        };
    }

    static Stage of(Step step) {
        return switch (step) {
            case COLLECTION -> COLLECTING;
            case TOP_UP, CONVERSION -> CONVERTING;
            case PAYOUT -> PAYING_OUT;
            case REVERSAL, REFUND -> UNWINDING;
        };
    }
}
