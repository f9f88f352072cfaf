package io.portolan.simulators.account;

/** Whose account it is, which decides whether it may be overdrawn. */
enum Holder {
    /** Portolan's: never below zero. */
    CUSTOMER,
    /** The dealer's pools: the dealer funds them as it likes. */
    DEALER,
    /** Buyers, sellers and banks elsewhere, of whom only what went through us is known. */
    EXTERNAL
}
