package io.portolan.domain.operations;

import io.portolan.domain.identity.PaymentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operators' actions kept in memory, each id once. */
public final class InMemoryOperatorActions implements OperatorActions {
    private final Map<String, OperatorAction> actions = new LinkedHashMap<>();

    @Override
    public synchronized void add(OperatorAction action) {
        actions.putIfAbsent(action.id(), action);
    }

    @Override
    public synchronized List<OperatorAction> of(PaymentId payment) {
        return actions.values().stream()
                .filter(action -> action.payment().equals(payment))
                .toList();
    }
}
