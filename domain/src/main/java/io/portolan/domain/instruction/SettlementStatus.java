package io.portolan.domain.instruction;

/** What has really moved (资金流). */
public enum SettlementStatus {
    UNSETTLED,
    SETTLED,
    /** Settled, and then came back. */
    RETURNED
}
