package io.portolan.domain.operations;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts kept in memory. */
public final class InMemoryAlerts implements Alerts {
    private static final int MOST = 100;

    private final Map<String, Alert> alerts = new LinkedHashMap<>();

    @Override
    public synchronized void raise(Alert alert) {
        boolean isKnown = alerts.values().stream()
                .filter(Alert::isOpen)
                .anyMatch(open ->
                        open.subject().equals(alert.subject()) && open.detail().equals(alert.detail()));
        if (!isKnown) {
            alerts.putIfAbsent(alert.id(), alert);
        }
    }

    @Override
    public synchronized List<Alert> listOpen() {
        return alerts.values().stream()
                .filter(Alert::isOpen)
                .sorted(Comparator.comparing(Alert::raisedAt)
                        .thenComparing(Alert::id)
                        .reversed())
                .limit(MOST)
                .toList();
    }

    @Override
    public synchronized Optional<Alert> find(String id) {
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public synchronized boolean end(String id, String operator, String reason, Instant at) {
        Alert.End end = new Alert.End(operator, reason, at);
        Optional<Alert> open = find(id).filter(Alert::isOpen);
        open.ifPresent(alert -> alerts.put(id, alert.endedBy(end)));
        return open.isPresent();
    }
}
