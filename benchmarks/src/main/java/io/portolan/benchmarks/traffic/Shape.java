package io.portolan.benchmarks.traffic;

/** The kinds of entries that are posted. */
public enum Shape {
    /** From one account to another. */
    TWO_LEGS(2),
    /** The same, but every other entry moves money of one and the same account. */
    HALF_HOT(2),
    /** An exchange: a move in each of two currencies. */
    FOUR_LEGS(4),
    /** An exchange and its fee. */
    SIX_LEGS(6);

    private final int legs;

    Shape(int legs) {
        this.legs = legs;
    }

    public int legs() {
        return legs;
    }
}
