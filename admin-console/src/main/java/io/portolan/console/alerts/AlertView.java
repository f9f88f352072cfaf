package io.portolan.console.alerts;

import io.portolan.console.words.Moment;
import io.portolan.domain.operations.Alert;
import java.time.Instant;

/** One open alert, as pages show it. */
public record AlertView(String id, String subject, String detail, Moment since) {
    static AlertView of(Alert alert, Instant now) {
        return new AlertView(alert.id(), alert.subject(), alert.detail(), new Moment(alert.raisedAt(), now));
    }
}
