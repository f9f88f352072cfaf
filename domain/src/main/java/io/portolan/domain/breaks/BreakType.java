package io.portolan.domain.breaks;

/** In which way two books disagree. */
public enum BreakType {
    /** The bank has executed what was recorded as rejected. */
    BOOKED_AFTER_REJECTED,
    /** The bank denies what was recorded as executed. */
    REJECTED_AFTER_BOOKED,
    /** The bank knows nothing of what it took or executed. */
    UNKNOWN_TO_BANK,
    /** Another amount was executed than instructed. */
    AMOUNT,
    /** The bank has executed one key twice. */
    SECOND_EXECUTION,
    /** More came back than was paid out. */
    EXCESS_RETURN,
    /** A payout came back that had come back before. */
    DUPLICATE_RETURN,
    /** Money came back that belongs to nothing that we have paid out. */
    UNEXPLAINED_RETURN,
    /** Our book did not take an entry, which stands in suspense instead. */
    IN_SUSPENSE
}
