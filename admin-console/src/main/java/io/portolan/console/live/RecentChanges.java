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
 * What changed since the last poll. A payment's time of change is set before its transaction commits, perhaps on
 * another machine, so every poll looks back a little further and leaves out what was already reported.
 */
final class RecentChanges {
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final int MAX_CHANGES = 200;

    private final Payments payments;
    private Map<PaymentId, Instant> reported = Map.of();

    RecentChanges(Payments payments) {
        this.payments = payments;
    }

    /** The changed payments' ids; {@link OpenPage#EVERYTHING} if there are too many. */
    List<String> poll(Instant now) {
        List<Changed> recent = payments.listChangedSince(now.minus(LOOK_BACK), MAX_CHANGES);
        List<String> unreported = recent.stream()
                .filter(changed -> !changed.updatedAt().equals(reported.get(changed.payment())))
                .map(changed -> changed.payment().value())
                .toList();
        reported =
                recent.stream().collect(Collectors.toMap(Changed::payment, Changed::updatedAt, (newest, _) -> newest));
        return recent.size() == MAX_CHANGES && !unreported.isEmpty() ? List.of(OpenPage.EVERYTHING) : unreported;
    }

    void reset() {
        reported = Map.of();
    }
}
