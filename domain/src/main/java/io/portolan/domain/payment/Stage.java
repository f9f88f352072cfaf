package io.portolan.domain.payment;

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
}
