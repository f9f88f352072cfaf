package io.portolan.benchmarks.traffic;

/** The kinds of entries that are posted. */
public enum EntryKind {
    /** From one account to another. */
    TWO_POSTINGS(2),
    /** The same, but every other entry posts to one and the same account. */
    TWO_POSTINGS_HALF_HOT(2),
    /** An exchange: two postings in each of two currencies. */
    FOUR_POSTINGS(4),
    /** An exchange and its fee. */
    SIX_POSTINGS(6);

    private final int postings;

    EntryKind(int postings) {
        this.postings = postings;
    }

    public int postings() {
        return postings;
    }
}
