package io.portolan.workflows.payment;

import java.time.Duration;

/**
 * The times of a payment, given to it at its start so that a change of configuration leaves running payments alone.
 *
 * <p>{@code legTimeout} bounds one execution of a leg's activity, and so is how long a killed worker's work lies idle; {@code answerWindow} is how
 * long a late answer is waited for before the payment is parked; {@code repairWindow} is how long a person may take to correct a payee before the
 * payment is unwound.
 */
public record PaymentSettings(Duration legTimeout, Duration answerWindow, Duration repairWindow) {
    public PaymentSettings {
        if (!legTimeout.isPositive() || !answerWindow.isPositive() || !repairWindow.isPositive()) {
            throw new IllegalArgumentException("the times of a payment are positive");
        }
    }

    /** Half a minute, three days, three days. */
    public static PaymentSettings standard() {
        return new PaymentSettings(Duration.ofSeconds(30), Duration.ofDays(3), Duration.ofDays(3));
    }
}
