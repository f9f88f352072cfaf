package io.portolan.console.layout;

import io.portolan.console.ConsoleSettings;
import io.portolan.console.alerts.AlertView;
import io.portolan.console.alerts.OpenAlerts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows: who is logged in, which engine drives the payments, and to who is logged in the open alerts. */
@ControllerAdvice("io.portolan.console")
class LayoutAttributes {
    private final ConsoleSettings settings;
    private final OpenAlerts alerts;

    LayoutAttributes(ConsoleSettings settings, OpenAlerts alerts) {
        this.settings = settings;
        this.alerts = alerts;
    }

    @ModelAttribute
    void addTo(Model model, @Nullable Authentication authentication) {
        Optional<LoggedInUser> person = Optional.ofNullable(authentication).map(LoggedInUser::of);
        List<AlertView> open = person.map(_ -> alerts.list()).orElse(List.of());
        model.addAttribute("person", person.orElse(null));
        model.addAttribute("engine", settings.workflowService());
        model.addAttribute("alerts", open);
    }
}
