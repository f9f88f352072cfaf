package io.portolan.console.alerts;

import io.portolan.console.form.FormInput;
import io.portolan.domain.operations.Alert;
import io.portolan.domain.operations.Alerts;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes the form that ends an alert and redirects to the home page, which shows the result. Sent again, it changes
 * nothing.
 */
@Controller
class AlertRequests {
    private static final String NOTICE_ATTRIBUTE = "notice";

    private final Alerts alerts;
    private final Clock clock;

    AlertRequests(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @PostMapping("/console/alerts/{id}/end")
    String end(
            @PathVariable("id") String id,
            @RequestParam(name = "reason", defaultValue = "") String input,
            Authentication operator,
            RedirectAttributes redirect) {
        String reason = FormInput.clean(input);
        String error = FormInput.reasonError(reason, "Enter a reason.");
        if (isOpen(id) && !error.isEmpty()) {
            redirect.addFlashAttribute(FailedAlertEnd.FLASH_ATTRIBUTE, new FailedAlertEnd(id, reason, error));
            return "redirect:/console";
        }
        if (error.isEmpty()) {
            alerts.end(id, operator.getName(), reason, clock.instant());
        }
        redirect.addFlashAttribute(NOTICE_ATTRIBUTE, notice(id, operator.getName(), reason));
        return "redirect:/console";
    }

    private boolean isOpen(String id) {
        return alerts.find(id).filter(Alert::isOpen).isPresent();
    }

    /** Says what is on record now, which is right even if two operators ended it at the same time. */
    private String notice(String id, String operator, String reason) {
        Optional<Alert> alert = alerts.find(id);
        if (alert.isEmpty()) {
            return "This alert does not exist. Nothing was done.";
        }
        Alert.End end = alert.get().end();
        if (end == null) {
            throw new IllegalStateException("alert " + id + " stays open although it was ended");
        }
        String subject = alert.get().subject();
        if (end.operator().equals(operator) && end.reason().equals(reason)) {
            return "The alert about %s has been ended. Your reason was recorded.".formatted(subject);
        }
        String earlier =
                "The alert about %s had already been ended by %s: %s".formatted(subject, end.operator(), end.reason());
        return reason.isEmpty() ? earlier : earlier + " \u2013 Your reason was not recorded: " + reason;
    }
}
