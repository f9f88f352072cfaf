package io.portolan.app.demo.orders;

import org.jspecify.annotations.Nullable;

/** How a payment should end, in the API's words. What is null is not looked at. */
public record Expectation(@Nullable String status, @Nullable String reason) {
    private static final String PROCESSING = "processing";

    /** Whether the row says nothing about its end. */
    public boolean isEmpty() {
        return status == null && reason == null;
    }

    /** Whether this is the end that was expected. A processing payment has come to rest only where it has a reason: it is parked. */
    public boolean isMetBy(String actualStatus, @Nullable String actualReason) {
        boolean underWay = actualStatus.equals(PROCESSING) && actualReason == null;
        return !underWay
                && (status == null || status.equals(actualStatus))
                && (reason == null || reason.equals(actualReason));
    }

    /** Such as {@code failed (insufficient_funds)}. */
    @Override
    public String toString() {
        String word = status == null ? "any status" : status;
        return reason == null ? word : word + " (" + reason + ")";
    }
}
