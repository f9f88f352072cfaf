package io.portolan.benchmarks.report;

/** A ratio to be reached. */
public record Target(String what, Limit limit, double required, double found) {
    /** On which side of the required figure the found one must be. */
    public enum Limit {
        AT_LEAST,
        AT_MOST
    }

    /** Such as {@code PASS  batched / one by one: 9.31 (at least 8.00)}. */
    @Override
    public String toString() {
        String wanted = (limit == Limit.AT_LEAST ? "at least " : "at most ") + Figures.hundredths(required);
        return (isReached() ? "PASS  " : "MISS  ") + what + ": " + Figures.hundredths(found) + " (" + wanted + ")";
    }

    boolean isReached() {
        return switch (limit) {
            case AT_LEAST -> found >= required;
            case AT_MOST -> found <= required;
        };
    }
}
