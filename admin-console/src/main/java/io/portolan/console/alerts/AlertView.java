package io.portolan.console.alerts;

import io.portolan.console.text.Timestamp;
import io.portolan.domain.operations.Alert;
import java.time.Instant;

/** One open alert, as pages show it. */
public record AlertView(String id, String subject, String detail, Timestamp raisedAt) {
    static AlertView of(Alert alert, Instant now) {
        return new AlertView(alert.id(), alert.subject(), alert.detail(), new Timestamp(alert.raisedAt(), now));
    }
}
