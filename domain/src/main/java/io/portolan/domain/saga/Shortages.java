package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long a payment waits for something that is short, frozen, closed or out, and not its own trouble: longer each time. */
public final class Shortages {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private Shortages() {}

    /** Why the payment waits, and until when. */
    public static Parking.Cause of(Payment payment, MovementKind movement, Reason reason, Instant now) {
        Parking last = payment.state().parking();
        Duration wait =
                last != null && last.until() != null && last.reason().code().equals(reason.code())
                        ? after(Duration.between(last.parkedAt(), last.until()))
                        : WAITS.getFirst();
        return new Parking.Cause(Parking.Kind.SHORTAGE, movement, reason, now.plus(wait));
    }

    /** How long to wait the n-th time. */
    static Duration before(int round) {
        return WAITS.get(Math.clamp(round, 1, WAITS.size()) - 1);
    }

    private static Duration after(Duration last) {
        return WAITS.stream()
                .filter(wait -> wait.compareTo(last) > 0)
                .findFirst()
                .orElseGet(WAITS::getLast);
    }
}
