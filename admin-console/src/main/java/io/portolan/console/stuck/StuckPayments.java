package io.portolan.console.stuck;

import io.portolan.console.ConsoleSettings;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every payment that needs a person, the longest waiting first. */
@Component
public class StuckPayments {
    private final Payments payments;
    private final ConsoleSettings settings;

    StuckPayments(Payments payments, ConsoleSettings settings) {
        this.payments = payments;
        this.settings = settings;
    }

    /** At most 200. */
    public List<StuckRow> at(Instant now) {
        return payments.needingAttention(now, settings.timeLimit()).stream()
                .flatMap(payment -> row(payment, now).stream())
                .toList();
    }

    private Optional<StuckRow> row(Payment payment, Instant now) {
        return Attention.of(payment, now, settings.timeLimit()).map(attention -> StuckRow.of(payment, attention, now));
    }
}
