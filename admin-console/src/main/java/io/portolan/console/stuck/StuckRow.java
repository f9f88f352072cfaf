package io.portolan.console.stuck;

import io.portolan.console.words.Amount;
import io.portolan.console.words.Moment;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One payment that needs a person, as the landing page shows it. */
public record StuckRow(
        String id,
        String merchant,
        String orderReference,
        Amount amount,
        Attention attention,
        Moment since,
        @Nullable Moment deadline) {

    static StuckRow of(Payment payment, Attention attention, Instant now) {
        Instant deadline = attention.deadline();
        return new StuckRow(
                payment.id().value(),
                payment.merchant().value(),
                payment.order().reference(),
                Amount.of(payment.price().source()),
                attention,
                new Moment(attention.since(), now),
                deadline == null ? null : new Moment(deadline, now));
    }
}
