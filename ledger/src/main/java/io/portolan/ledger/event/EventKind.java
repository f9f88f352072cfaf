package io.portolan.ledger.event;

/** The kinds of events, as they are stored. */
public enum EventKind {
    /** The book begins, with its first business date. */
    BOOK_OPENED,
    ACCOUNT_OPENED,
    /** Nothing moves on the account until it is unfrozen. */
    ACCOUNT_FROZEN,
    ACCOUNT_UNFROZEN,
    /** Nothing moves on the account again. */
    ACCOUNT_CLOSED,
    POSTED,
    /** Posted now, valued on an older business date. */
    CORRECTED,
    /** The opposite of an earlier posting. */
    REVERSED,
    /** Part of a balance is set aside for a posting to come. */
    HELD,
    RELEASED,
    /** The stop line: what follows belongs to the next business date. */
    DAY_CLOSED
}
