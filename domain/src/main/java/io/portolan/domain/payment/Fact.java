package io.portolan.domain.payment;

import io.portolan.domain.plan.MovementKind;

/** What moves a payment from one stage to another. */
public enum Fact {
    /** A collection is under way: instructed, or asked about again. So with the next three. */
    COLLECTION_OPEN,
    CONVERSION_OPEN,
    PAYOUT_OPEN,
    COMPENSATION_OPEN,
    /** The seller is paid. */
    PAID_OUT,
    /** What was collected is to go back. */
    UNWIND_PLANNED,
    /** The merchant refunds a completed payment. */
    REFUND_PLANNED,
    /** Some of what the buyer paid is back, and the seller keeps what he got. */
    REFUNDED_IN_PART,
    /** All that was to go back is back. */
    REFUNDED,
    /** The bank returned the payout. */
    RETURNED_BY_BANK,
    /** Nothing goes on by itself. */
    PARKED,
    /** The buyer's bank rejected the collection, and nothing has moved. */
    FAILED,
    /** It was withdrawn, and nothing has moved. */
    CANCELLED;

    /** That a movement of this kind is under way. */
    static Fact open(MovementKind kind) {
        return switch (kind) {
            case COLLECTION -> COLLECTION_OPEN;
            case TOP_UP, TRADE -> CONVERSION_OPEN;
            case PAYOUT -> PAYOUT_OPEN;
            case REVERSAL, TOP_UP_RETURN, REFUND -> COMPENSATION_OPEN;
        };
    }
}
