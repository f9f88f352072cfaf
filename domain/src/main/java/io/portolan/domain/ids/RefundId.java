package io.portolan.domain.ids;

/** The id of a refund that a merchant asked for, such as {@code ref_06E8P3W2V0K7N4QZT1XR}. */
public record RefundId(String value) {
    private static final String PREFIX = "ref_";

    public RefundId {
        Ids.require(PREFIX, value);
    }

    public static RefundId next() {
        return new RefundId(Ids.next(PREFIX));
    }

    /** Whether the text is the id of a refund that may exist. */
    public static boolean isId(String text) {
        return text.matches(Ids.patternOf(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
