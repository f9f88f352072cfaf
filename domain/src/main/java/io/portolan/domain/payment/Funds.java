package io.portolan.domain.payment;

/** What has really moved (资金流). */
public enum Funds {
    UNSETTLED,
    SETTLED,
    /** Settled, and then came back. */
    RETURNED
}
