package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.console.text.Badge;
import io.portolan.console.text.CodeText;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Refund;
import java.time.Instant;
import java.util.List;

/** One refund that the merchant asked for, and how far the plan is that does it. */
record RefundView(String id, AmountText amount, String reason, int plan, Badge status, Timestamp requestedAt) {

    static List<RefundView> of(Payment payment, Instant now) {
        return payment.state().refunds().stream()
                .map(refund -> of(payment, refund, now))
                .toList();
    }

    private static RefundView of(Payment payment, Refund refund, Instant now) {
        return new RefundView(
                refund.id().value(),
                AmountText.of(refund.amount()),
                CodeText.format(refund.reason()),
                refund.plan(),
                Badge.of(payment.plan(refund.plan()).status()),
                new Timestamp(refund.requestedAt(), now));
    }
}
