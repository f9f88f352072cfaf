package io.portolan.domain.corridor;

/** What becomes of the foreign currency that a payment bought, if it is unwound. */
public enum UnwindPolicy {
    /** The dealer buys it back, at today's rate. */
    SELL_BACK,
    /** We keep it, at the rate at which it was bought: nobody gains or loses, and it is ours to use. */
    KEEP
}
