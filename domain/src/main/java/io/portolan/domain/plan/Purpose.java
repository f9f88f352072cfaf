package io.portolan.domain.plan;

/** What a plan is for. */
public enum Purpose {
    /** From the buyer to the seller. */
    FORWARD,
    /** What was collected goes back to the buyer. */
    UNWIND,
    /** A payout that its bank returned is paid out again. */
    RETURN,
    /** The merchant refunds a completed payment, or a part of it. */
    REFUND;

    /** Whether its money goes to the seller. */
    public boolean isForward() {
        return this == FORWARD || this == RETURN;
    }
}
