package io.portolan.domain.ledger;

/** Whether anything may be posted to an account: only while it is open. */
public enum AccountStatus {
    OPEN,
    /** Until somebody has found out what is wrong with it. */
    FROZEN,
    /** For good. */
    CLOSED
}
