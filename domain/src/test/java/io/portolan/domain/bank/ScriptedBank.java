package io.portolan.domain.bank;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The domestic and the international bank, played by a script. */
public final class ScriptedBank implements CollectionBank, PayoutBank {
    private final ScriptedOrders orders;
    private final List<PayoutOrder> payouts = new CopyOnWriteArrayList<>();
    private final List<DomesticOrder> domestic = new CopyOnWriteArrayList<>();

    public ScriptedBank(ScriptedOrders orders) {
        this.orders = orders;
    }

    @Override
    public Submission instruct(DomesticOrder order) {
        domestic.add(order);
        return orders.instruct(order.key());
    }

    @Override
    public InquiryResult inquire(DomesticOrder order) {
        return orders.inquire(order.key());
    }

    @Override
    public Submission instruct(PayoutOrder order) {
        payouts.add(order);
        return orders.instruct(order.key());
    }

    @Override
    public InquiryResult inquire(PayoutOrder order) {
        return orders.inquire(order.key());
    }

    @Override
    public List<PayoutReturn> findReturns(PayoutOrder order) {
        return List.of();
    }

    /** The domestic orders as they arrived. */
    public List<DomesticOrder> domesticOrders() {
        return List.copyOf(domestic);
    }

    /** The payouts as they arrived. */
    public List<PayoutOrder> payoutOrders() {
        return List.copyOf(payouts);
    }
}
