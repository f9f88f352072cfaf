package io.portolan.domain.instruction;

/** What has really moved (资金流). */
public enum SettlementStatus {
    UNSETTLED,
    SETTLED,
    /** Came back after it was booked. */
    RETURNED
}
