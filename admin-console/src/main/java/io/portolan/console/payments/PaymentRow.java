package io.portolan.console.payments;

import io.portolan.console.words.Amount;
import io.portolan.console.words.Badge;
import io.portolan.console.words.Moment;
import io.portolan.domain.payment.Payment;
import java.time.Instant;

/** One payment in the list. */
record PaymentRow(
        String id,
        String merchant,
        String orderReference,
        Amount source,
        Amount destination,
        Badge stage,
        String status,
        Moment created,
        Moment updated) {

    static PaymentRow of(Payment payment, Instant now) {
        return new PaymentRow(
                payment.id().value(),
                payment.merchant().value(),
                payment.order().reference(),
                Amount.of(payment.price().source()),
                Amount.of(payment.price().destination()),
                Badge.of(payment.stage()),
                payment.status().word(),
                new Moment(payment.createdAt(), now),
                new Moment(payment.updatedAt(), now));
    }
}
