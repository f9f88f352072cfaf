package io.portolan.demo.shop;

import io.portolan.demo.orders.DemoOrder;
import org.jspecify.annotations.Nullable;

/** An order and what is known of it. */
public record TrackedOrder(DemoOrder order, State state) {
    /** What the API has made of an order. */
    public sealed interface State {
        /** There is no answer yet. */
        record Sending() implements State {}

        /** It is a payment. */
        record Accepted(PaymentView payment) implements State {}

        /** The API said no, and has no payment for it. */
        record Rejected(String message) implements State {}

        /** The API has given no valid answer: it may have a payment for it, which then shows among the shop's payments. */
        record Unknown(String message) implements State {}
    }

    public static TrackedOrder unsent(DemoOrder order) {
        return new TrackedOrder(order, new State.Sending());
    }

    public TrackedOrder withPayment(PaymentView payment) {
        return new TrackedOrder(order, new State.Accepted(payment));
    }

    public TrackedOrder withRejection(String message) {
        return new TrackedOrder(order, new State.Rejected(message));
    }

    public TrackedOrder withUnknown(String message) {
        return new TrackedOrder(order, new State.Unknown(message));
    }

    /** The payment; null unless it was accepted. */
    public @Nullable PaymentView payment() {
        return state instanceof State.Accepted(PaymentView payment) ? payment : null;
    }

    /** Whether it ended as the file says, or, where the file says nothing, ended at all. */
    public boolean isAsExpected() {
        PaymentView payment = payment();
        if (payment == null) {
            return false;
        }
        return order.expectation().isEmpty()
                ? payment.isAtRest()
                : order.expectation().isMetBy(payment.status(), payment.reason());
    }

    /** Whether there is nothing more to wait for. For a completed one, the funds are waited for too. */
    public boolean isDone() {
        return switch (state) {
            case State.Sending _ -> false;
            case State.Rejected _, State.Unknown _ -> true;
            case State.Accepted(PaymentView payment) ->
                payment.isFinal() || (isAsExpected() && (!payment.isCompleted() || payment.isSettled()));
        };
    }
}
