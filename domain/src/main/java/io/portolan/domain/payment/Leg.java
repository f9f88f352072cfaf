package io.portolan.domain.payment;

/** The three parts of a payment. */
public enum Leg {
    COLLECTION,
    CONVERSION,
    PAYOUT
}
