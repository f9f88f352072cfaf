package io.portolan.console.exceptions;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One payment that needs a person, as the landing page shows it. */
public record ExceptionRow(
        String id,
        String merchant,
        String orderReference,
        AmountText amount,
        ExceptionCase exceptionCase,
        Timestamp since,
        @Nullable Timestamp deadline) {

    static ExceptionRow of(Payment payment, ExceptionCase attention, Instant now) {
        Instant deadline = attention.deadline();
        return new ExceptionRow(
                payment.id().value(),
                payment.merchant().value(),
                payment.order().reference(),
                AmountText.of(payment.price().source()),
                attention,
                new Timestamp(attention.since(), now),
                deadline == null ? null : new Timestamp(deadline, now));
    }
}
