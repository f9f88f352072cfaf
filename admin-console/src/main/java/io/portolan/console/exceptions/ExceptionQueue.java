package io.portolan.console.exceptions;

import io.portolan.console.ConsoleSettings;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every payment that needs an operator, oldest payment first. */
@Component
public class ExceptionQueue {
    private final Payments payments;
    private final ConsoleSettings settings;

    ExceptionQueue(Payments payments, ConsoleSettings settings) {
        this.payments = payments;
        this.settings = settings;
    }

    /** At most 200. */
    public List<ExceptionRow> list(Instant now) {
        return payments.listNeedingAttention(now, settings.timeLimit()).stream()
                .flatMap(payment -> row(payment, now).stream())
                .toList();
    }

    private Optional<ExceptionRow> row(Payment payment, Instant now) {
        return ExceptionCase.of(payment, now, settings.timeLimit())
                .map(exceptionCase -> ExceptionRow.of(payment, exceptionCase, now));
    }
}
