package io.portolan.console.layout;

import io.portolan.console.ConsoleSettings;
import io.portolan.console.alerts.AlertView;
import io.portolan.console.alerts.OpenAlerts;
import io.portolan.console.decisions.ProposedDecisions;
import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.decision.DecisionHeader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the layout of every page shows: who is logged in, the workflow service, and, to those who are logged in, the open alerts and what waits for
 * them.
 */
@ControllerAdvice("io.portolan.console")
class LayoutAttributes {
    private final ConsoleSettings settings;
    private final OpenAlerts alerts;
    private final ProposedDecisions proposed;
    private final Breaks breaks;

    LayoutAttributes(ConsoleSettings settings, OpenAlerts alerts, ProposedDecisions proposed, Breaks breaks) {
        this.settings = settings;
        this.alerts = alerts;
        this.proposed = proposed;
        this.breaks = breaks;
    }

    @ModelAttribute
    void addTo(Model model, @Nullable Authentication authentication) {
        Optional<LoggedInUser> user = Optional.ofNullable(authentication).map(LoggedInUser::of);
        List<AlertView> open = user.map(_ -> alerts.list()).orElse(List.of());
        model.addAttribute("user", user.orElse(null));
        model.addAttribute("workflowService", settings.workflowService());
        model.addAttribute("alerts", open);
        model.addAttribute("approvalCount", user.map(_ -> proposed.count()).orElse(0));
        model.addAttribute("breakCount", user.map(_ -> breaks.listOpen().size()).orElse(0));
        model.addAttribute("maxReasonLength", DecisionHeader.MAX_REASON_LENGTH);
    }
}
