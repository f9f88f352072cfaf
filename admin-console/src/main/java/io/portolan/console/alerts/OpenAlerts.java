package io.portolan.console.alerts;

import io.portolan.domain.operations.Alerts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The alerts that are open now. */
@Component
public class OpenAlerts {
    private final Alerts alerts;
    private final Clock clock;

    OpenAlerts(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Newest first, at most 100. */
    public List<AlertView> list() {
        Instant now = clock.instant();
        return alerts.listOpen().stream().map(alert -> AlertView.of(alert, now)).toList();
    }
}
