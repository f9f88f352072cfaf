package io.portolan.ledger.event;

/** The kinds of events, as they are stored. */
public enum EventKind {
    /** The book begins, with its first business date. */
    BOOK_OPENED,
    ACCOUNT_OPENED,
    /** Nothing is posted to the account until it is unfrozen. */
    ACCOUNT_FROZEN,
    ACCOUNT_UNFROZEN,
    /** Nothing is posted to the account again. */
    ACCOUNT_CLOSED,
    POSTED,
    /** Posted now, valued on an older business date. */
    CORRECTED,
    /** The opposite of an earlier posting. */
    REVERSED,
    /** Part of a balance is set aside for a later posting. */
    HELD,
    RELEASED,
    /** The cut-off: what follows belongs to the next business date. */
    DAY_CLOSED
}
