package io.portolan.console.home;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.payment.Payment;
import java.time.Instant;

/** One payment in the list. */
record PaymentRow(
        String id,
        String merchant,
        String orderReference,
        AmountText source,
        AmountText destination,
        Badge stage,
        String status,
        Timestamp createdAt,
        Timestamp updatedAt) {

    static PaymentRow of(Payment payment, Instant now) {
        return new PaymentRow(
                payment.id().value(),
                payment.merchant().value(),
                payment.order().reference(),
                AmountText.of(payment.price().source()),
                AmountText.of(payment.destination()),
                Badge.of(payment.stage()),
                payment.status().code(),
                new Timestamp(payment.createdAt(), now),
                new Timestamp(payment.updatedAt(), now));
    }
}
