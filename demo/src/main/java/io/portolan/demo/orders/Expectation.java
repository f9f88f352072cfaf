package io.portolan.demo.orders;

import org.jspecify.annotations.Nullable;

/** How a payment should end, in the API's words. What is null is not checked. */
public record Expectation(@Nullable String status, @Nullable String reason) {
    private static final String PROCESSING = "processing";

    /** Whether the row says nothing about its end. */
    public boolean isEmpty() {
        return status == null && reason == null;
    }

    /** Whether this is the end that was expected. A processing payment has ended only if it has a reason: it is parked. */
    public boolean isMetBy(String actualStatus, @Nullable String actualReason) {
        boolean underWay = actualStatus.equals(PROCESSING) && actualReason == null;
        return !underWay
                && (status == null || status.equals(actualStatus))
                && (reason == null || reason.equals(actualReason));
    }

    /** Such as {@code failed (insufficient_funds)}. */
    @Override
    public String toString() {
        String code = status == null ? "any status" : status;
        return reason == null ? code : code + " (" + reason + ")";
    }
}
