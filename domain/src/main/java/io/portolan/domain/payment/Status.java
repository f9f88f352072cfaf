package io.portolan.domain.payment;

import java.util.Locale;

/** The public API's word for where a payment is. */
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
