package io.portolan.workflows.payment;

/** How a payment ended. */
public enum Result {
    /** The seller was paid. */
    COMPLETED,
    /** All that had moved was undone. */
    RETURNED,
    /** Rejected before anything moved. */
    FAILED,
    /** Withdrawn before anything moved. */
    CANCELLED
}
