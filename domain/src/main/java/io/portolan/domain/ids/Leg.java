package io.portolan.domain.ids;

/** The three parts of a payment. */
public enum Leg {
    COLLECTION,
    CONVERSION,
    PAYOUT
}
