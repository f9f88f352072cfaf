package io.portolan.domain.identity;

/** The three parts of a payment. */
public enum Leg {
    COLLECTION,
    CONVERSION,
    PAYOUT
}
