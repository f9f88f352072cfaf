package io.portolan.domain.bank;

import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.plan.MovementKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The domestic and the international bank, played by a script. */
public final class ScriptedBank implements CollectionBank, PayoutBank {
    private final ScriptedOrders orders;
    private final List<PayoutOrder> payouts = new CopyOnWriteArrayList<>();
    private final List<DomesticOrder> domestic = new CopyOnWriteArrayList<>();
    private final Map<InstructionKey, List<PayoutReturn>> returns = new ConcurrentHashMap<>();

    public ScriptedBank(ScriptedOrders orders) {
        this.orders = orders;
    }

    @Override
    public Submission instruct(DomesticOrder order) {
        domestic.add(order);
        return orders.instruct(kindOf(order), order.key());
    }

    @Override
    public InquiryResult inquire(DomesticOrder order) {
        return orders.inquire(kindOf(order), order.key());
    }

    @Override
    public Submission instruct(PayoutOrder order) {
        payouts.add(order);
        return orders.instruct(kindOf(order), order.key());
    }

    @Override
    public InquiryResult inquire(PayoutOrder order) {
        return orders.inquire(kindOf(order), order.key());
    }

    @Override
    public List<PayoutReturn> findReturns(PayoutOrder order) {
        return returns.getOrDefault(order.key(), List.of());
    }

    /** From now on the bank says that this came back of the payout with this key. */
    public ScriptedBank returns(InstructionKey key, PayoutReturn... back) {
        returns.put(key, List.of(back));
        return this;
    }

    /** The domestic orders as they arrived. */
    public List<DomesticOrder> domesticOrders() {
        return List.copyOf(domestic);
    }

    /** The payouts as they arrived. */
    public List<PayoutOrder> payoutOrders() {
        return List.copyOf(payouts);
    }

    private static MovementKind kindOf(DomesticOrder order) {
        return switch (order) {
            case DomesticOrder.Collection _ -> MovementKind.COLLECTION;
            case DomesticOrder.Refund _ -> MovementKind.REFUND;
            case DomesticOrder.TopUp _ -> MovementKind.TOP_UP;
        };
    }

    private static MovementKind kindOf(PayoutOrder order) {
        return order.purpose().equals(PayoutOrder.OWN_TRANSFER) ? MovementKind.TOP_UP_RETURN : MovementKind.PAYOUT;
    }
}
