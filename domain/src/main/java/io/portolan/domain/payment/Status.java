package io.portolan.domain.payment;

import java.util.Locale;

/** Where a payment is, as the public API says it. */
public enum Status {
    REQUIRES_CONFIRMATION,
    PROCESSING,
    COMPLETED,
    REFUNDING,
    REFUNDED,
    FAILED,
    CANCELLED;

    /** Such as {@code processing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
