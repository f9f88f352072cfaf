package io.portolan.checkout.refunds;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import java.util.List;

/** Whether a payment, as it is, can be refunded, and how much of it. */
final class RefundCheck {
    /** Into how many parts one payment may be refunded. Each is a plan, and a payment's plans are numbered to {@link InstructionKey#MOST}. */
    static final int MOST_REFUNDS = 20;

    private final Payment payment;

    RefundCheck(Payment payment) {
        this.payment = payment;
    }

    /**
     * What the request refunds: what it asks for, or all that is left.
     *
     * @throws ProblemException if the payment cannot be refunded, or not by so much
     */
    Money amountOf(RefundRequest asked) {
        requireRefundable();
        Money left = payment.refundable();
        Money amount = asked.amount();
        if (amount == null) {
            return left;
        }
        if (!amount.currency().equals(left.currency())) {
            throw invalid(
                    "/amount/currency",
                    "refund-currency",
                    "Must be %s, the currency that the buyer paid.".formatted(left.currency()));
        }
        if (amount.compareTo(left) > 0) {
            throw invalid(
                    "/amount/amount",
                    "refund-exceeds-rest",
                    "Must be at most %d: %s is left to refund.".formatted(left.minorUnits(), left));
        }
        return amount;
    }

    private void requireRefundable() {
        if (payment.isSellerPaid() && payment.refundable().isZero()) {
            throw notRefundable("Nothing of the payment is left to refund.");
        }
        if (!payment.isRefundable()) {
            throw notRefundable("The payment is %s; only a completed payment can be refunded."
                    .formatted(payment.status().code()));
        }
        if (payment.state().refunds().size() >= MOST_REFUNDS || payment.nextPlanNumber() > InstructionKey.MOST) {
            throw notRefundable("The payment was refunded in %d parts, and cannot be refunded in more."
                    .formatted(payment.state().refunds().size()));
        }
    }

    private static ProblemException notRefundable(String detail) {
        return ProblemException.of(ProblemType.NOT_REFUNDABLE, detail);
    }

    private static ProblemException invalid(String pointer, String rule, String detail) {
        return ProblemException.invalid(List.of(FieldError.inBody(pointer, rule, detail)));
    }
}
