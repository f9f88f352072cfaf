package io.portolan.domain.corridor;

/** Where the foreign currency of a payment comes from. */
public enum FundingMode {
    /** Bought for each payment: top-up, conversion, payout. */
    PASS_THROUGH,
    /** Drawn on a float that the treasury replenishes. */
    POOL
}
