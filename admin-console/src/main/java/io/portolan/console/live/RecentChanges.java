package io.portolan.console.live;

import io.portolan.domain.ids.PaymentId;
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
    private static final int MAX_CHANGES = 200;

    private final Payments payments;
    private Map<PaymentId, Instant> reported = Map.of();

    RecentChanges(Payments payments) {
        this.payments = payments;
    }

    /** The changed payments' ids; {@link OpenPage#EVERYTHING} if they are too many to tell. */
    List<String> poll(Instant now) {
        List<Changed> recent = payments.listChangedSince(now.minus(LOOK_BACK), MAX_CHANGES);
        List<String> fresh = recent.stream()
                .filter(changed -> !changed.updatedAt().equals(reported.get(changed.payment())))
                .map(changed -> changed.payment().value())
                .toList();
        reported =
                recent.stream().collect(Collectors.toMap(Changed::payment, Changed::updatedAt, (newest, _) -> newest));
        return recent.size() == MAX_CHANGES && !fresh.isEmpty() ? List.of(OpenPage.EVERYTHING) : fresh;
    }

    void reset() {
        reported = Map.of();
    }
}
