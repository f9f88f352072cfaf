package io.portolan.app.demo.shop;

import io.portolan.app.demo.orders.DemoOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every order with what is known of it. */
final class Board {
    private final Map<String, Sent> byReference = new LinkedHashMap<>();

    Board(List<DemoOrder> orders) {
        orders.forEach(order -> byReference.put(order.reference(), Sent.waiting(order)));
    }

    synchronized List<DemoOrder> orders() {
        return byReference.values().stream().map(Sent::order).toList();
    }

    /** In the order of the file. */
    synchronized List<Sent> all() {
        return List.copyOf(byReference.values());
    }

    synchronized void accepted(DemoOrder order, PaymentView payment) {
        byReference.computeIfPresent(order.reference(), (_, sent) -> sent.payment() == null ? sent.as(payment) : sent);
    }

    synchronized void refused(DemoOrder order, String why) {
        byReference.computeIfPresent(order.reference(), (_, sent) -> sent.refused(why));
    }

    /** Takes in what the API shows now. */
    synchronized void update(List<Map.Entry<String, PaymentView>> payments) {
        payments.forEach(
                payment -> byReference.computeIfPresent(payment.getKey(), (_, sent) -> sent.as(payment.getValue())));
    }

    synchronized boolean isDone() {
        return byReference.values().stream().allMatch(Sent::isDone);
    }
}
