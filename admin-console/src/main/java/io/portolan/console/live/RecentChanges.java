package io.portolan.console.live;

import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Payments.Changed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What changed since the last time of asking. A payment's time of change is set before its transaction commits, perhaps by another machine, so every
 * question looks back a little further and leaves out what was told already.
 */
final class RecentChanges {
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final int MOST = 200;

    private final Payments payments;
    private Map<PaymentId, Instant> told = Map.of();

    RecentChanges(Payments payments) {
        this.payments = payments;
    }

    /** The changed payments' ids; {@link Viewer#EVERYTHING} if they are too many to tell. */
    List<String> since(Instant now) {
        List<Changed> recent = payments.changedSince(now.minus(LOOK_BACK), MOST);
        List<String> fresh = recent.stream()
                .filter(changed -> !changed.updatedAt().equals(told.get(changed.payment())))
                .map(changed -> changed.payment().value())
                .toList();
        told = recent.stream().collect(Collectors.toMap(Changed::payment, Changed::updatedAt, (newest, _) -> newest));
        return recent.size() == MOST && !fresh.isEmpty() ? List.of(Viewer.EVERYTHING) : fresh;
    }

    void forget() {
        told = Map.of();
    }
}
