package io.portolan.demo.shop;

import io.portolan.demo.orders.DemoOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every order of a run with what is known of it. */
public final class TrackedOrders {
    private final Map<String, TrackedOrder> byReference = new LinkedHashMap<>();

    public TrackedOrders(List<DemoOrder> orders) {
        orders.forEach(order -> byReference.put(order.reference(), TrackedOrder.unsent(order)));
    }

    synchronized List<DemoOrder> orders() {
        return byReference.values().stream().map(TrackedOrder::order).toList();
    }

    /** In the order of the file. */
    public synchronized List<TrackedOrder> all() {
        return List.copyOf(byReference.values());
    }

    void recordAccepted(DemoOrder order, PaymentView payment) {
        recordAnswer(order, tracked -> tracked.withPayment(payment));
    }

    void recordRejected(DemoOrder order, String message) {
        recordAnswer(order, tracked -> tracked.withRejection(message));
    }

    void recordUnknown(DemoOrder order, String message) {
        recordAnswer(order, tracked -> tracked.withUnknown(message));
    }

    /** Takes in what the API shows now. */
    public synchronized void update(List<Map.Entry<String, PaymentView>> payments) {
        payments.forEach(payment -> byReference.computeIfPresent(
                payment.getKey(), (_, tracked) -> tracked.withPayment(payment.getValue())));
    }

    public synchronized boolean isDone() {
        return byReference.values().stream().allMatch(TrackedOrder::isDone);
    }

    /** A payment that was seen meanwhile is newer than the answer. */
    private synchronized void recordAnswer(DemoOrder order, UnaryOperator<TrackedOrder> answer) {
        byReference.computeIfPresent(
                order.reference(), (_, tracked) -> tracked.payment() == null ? answer.apply(tracked) : tracked);
    }
}
