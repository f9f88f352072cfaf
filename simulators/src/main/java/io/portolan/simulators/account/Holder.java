package io.portolan.simulators.account;

/** The holder of an account, which decides whether it may be overdrawn. */
enum Holder {
    /** Portolan's: never below zero. */
    CUSTOMER,
    /** The dealer's pools: may be overdrawn, as their funding is not simulated. */
    DEALER,
    /** Buyers, sellers and other banks: may be overdrawn, as only their transfers with Portolan are known. */
    EXTERNAL
}
