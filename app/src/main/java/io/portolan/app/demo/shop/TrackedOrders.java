package io.portolan.app.demo.shop;

import io.portolan.app.demo.orders.DemoOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every order with what is known of it. */
final class TrackedOrders {
    private final Map<String, TrackedOrder> byReference = new LinkedHashMap<>();

    TrackedOrders(List<DemoOrder> orders) {
        orders.forEach(order -> byReference.put(order.reference(), TrackedOrder.unsent(order)));
    }

    synchronized List<DemoOrder> orders() {
        return byReference.values().stream().map(TrackedOrder::order).toList();
    }

    /** In the order of the file. */
    synchronized List<TrackedOrder> all() {
        return List.copyOf(byReference.values());
    }

    synchronized void recordAccepted(DemoOrder order, PaymentView payment) {
        byReference.computeIfPresent(
                order.reference(), (_, sent) -> sent.payment() == null ? sent.withPayment(payment) : sent);
    }

    synchronized void recordRejected(DemoOrder order, String why) {
        byReference.computeIfPresent(order.reference(), (_, sent) -> sent.withRejection(why));
    }

    /** Takes in what the API shows now. */
    synchronized void update(List<Map.Entry<String, PaymentView>> payments) {
        payments.forEach(payment ->
                byReference.computeIfPresent(payment.getKey(), (_, sent) -> sent.withPayment(payment.getValue())));
    }

    synchronized boolean isDone() {
        return byReference.values().stream().allMatch(TrackedOrder::isDone);
    }
}
