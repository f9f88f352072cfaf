package io.portolan.app.demo.shop;

import io.portolan.app.demo.orders.DemoOrder;
import org.jspecify.annotations.Nullable;

/** An order and how far it has come: not accepted yet, refused by the API, or a payment. */
record TrackedOrder(
        DemoOrder order,
        @Nullable PaymentView payment,
        @Nullable String rejection) {
    static TrackedOrder unsent(DemoOrder order) {
        return new TrackedOrder(order, null, null);
    }

    TrackedOrder withPayment(PaymentView now) {
        return new TrackedOrder(order, now, null);
    }

    TrackedOrder withRejection(String why) {
        return new TrackedOrder(order, payment, why);
    }

    /** Whether it ended as the file says, or, where the file says nothing, ended at all. */
    boolean isAsExpected() {
        if (payment == null) {
            return false;
        }
        return order.expectation().isEmpty()
                ? payment.isAtRest()
                : order.expectation().isMetBy(payment.status(), payment.reason());
    }

    /** Whether there is nothing more to wait for. For a completed one, the funds are waited for too. */
    boolean isDone() {
        if (payment == null) {
            return rejection != null;
        }
        if (payment.isFinal()) {
            return true;
        }
        return isAsExpected() && (!payment.isCompleted() || payment.isSettled());
    }
}
