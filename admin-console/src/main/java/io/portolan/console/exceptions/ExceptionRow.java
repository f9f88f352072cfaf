package io.portolan.console.exceptions;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One payment that needs an operator, as the home page shows it. */
public record ExceptionRow(
        String id,
        String merchant,
        String orderReference,
        AmountText amount,
        ExceptionCase exceptionCase,
        Timestamp since,
        @Nullable Timestamp deadline) {

    static ExceptionRow of(Payment payment, ExceptionCase exceptionCase, Instant now) {
        Instant deadline = exceptionCase.deadline();
        return new ExceptionRow(
                payment.id().value(),
                payment.merchant().value(),
                payment.order().reference(),
                AmountText.of(payment.price().source()),
                exceptionCase,
                new Timestamp(exceptionCase.since(), now),
                deadline == null ? null : new Timestamp(deadline, now));
    }
}
