package io.portolan.domain.operations;

import io.portolan.domain.ids.PaymentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions kept in memory, each id once. */
public final class InMemoryDecisions implements Decisions {
    private final Map<String, Decision> decisions = new LinkedHashMap<>();

    @Override
    public synchronized void add(Decision decision) {
        decisions.putIfAbsent(decision.header().id(), decision);
    }

    @Override
    public synchronized List<Decision> of(PaymentId payment) {
        return decisions.values().stream()
                .filter(decision -> decision.header().payment().equals(payment))
                .toList();
    }
}
