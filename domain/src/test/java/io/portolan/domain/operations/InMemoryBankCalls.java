package io.portolan.domain.operations;

import io.portolan.domain.ids.PaymentId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Bank calls kept in memory. */
public final class InMemoryBankCalls implements BankCalls {
    private final List<BankCall> calls = new CopyOnWriteArrayList<>();
    private final Set<String> callbacks = new HashSet<>();

    @Override
    public void add(BankCall call) {
        calls.add(call);
    }

    @Override
    public synchronized boolean addCallback(String sender, String eventId, BankCall call) {
        boolean isNew = callbacks.add(sender + "/" + eventId);
        if (isNew) {
            calls.add(call);
        }
        return isNew;
    }

    @Override
    public List<BankCall> of(PaymentId payment) {
        return calls.stream()
                .filter(call -> call.key().payment().equals(payment))
                .toList();
    }
}
