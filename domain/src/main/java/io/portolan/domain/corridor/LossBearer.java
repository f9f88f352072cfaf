package io.portolan.domain.corridor;

/** Who bears what an unwind loses in the conversion and its reversal. A gain is always the house's. */
public enum LossBearer {
    HOUSE,
    MERCHANT,
    BUYER
}
