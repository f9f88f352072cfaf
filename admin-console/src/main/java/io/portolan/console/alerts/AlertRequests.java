package io.portolan.console.alerts;

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

/** Takes the form that ends an alert and leads back to the landing page, which then says how it went. Sent again, it changes nothing. */
@Controller
class AlertRequests {
    private static final String NOTICE_ATTRIBUTE = "notice";
    private static final int MAX_INPUT_LENGTH = 2_000;

    private final Alerts alerts;
    private final Clock clock;

    AlertRequests(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @PostMapping("/console/alerts/{id}/end")
    String end(
            @PathVariable("id") String id,
            @RequestParam(name = "reason", defaultValue = "") String typed,
            Authentication operator,
            RedirectAttributes next) {
        String reason = truncate(typed.strip());
        String error = validate(reason);
        if (isOpen(id) && !error.isEmpty()) {
            next.addFlashAttribute(FailedAlertEnd.FLASH_ATTRIBUTE, new FailedAlertEnd(id, reason, error));
            return "redirect:/console";
        }
        if (error.isEmpty()) {
            alerts.end(id, operator.getName(), reason, clock.instant());
        }
        next.addFlashAttribute(NOTICE_ATTRIBUTE, notice(id, operator.getName(), reason));
        return "redirect:/console";
    }

    private boolean isOpen(String id) {
        return alerts.find(id).filter(Alert::isOpen).isPresent();
    }

    /** What is on record now: also right when two people ended it at once. */
    private String notice(String id, String operator, String reason) {
        Optional<Alert> alert = alerts.find(id);
        if (alert.isEmpty()) {
            return "There is no such alert. Nothing was done.";
        }
        Alert.End end = alert.get().end();
        if (end == null) {
            throw new IllegalStateException("alert " + id + " stays open although it was ended");
        }
        String subject = alert.get().subject();
        if (end.operator().equals(operator) && end.reason().equals(reason)) {
            return "The alert about %s is ended. Your reason is recorded.".formatted(subject);
        }
        String before =
                "The alert about %s was ended before, by %s: %s".formatted(subject, end.operator(), end.reason());
        return reason.isEmpty() ? before : before + " \u2013 Your reason was not recorded: " + reason;
    }

    private static String validate(String reason) {
        if (reason.isEmpty()) {
            return "Give a reason.";
        }
        return reason.length() <= Alert.End.LONGEST_REASON
                ? ""
                : "Say it in at most %d characters; these are %d.".formatted(Alert.End.LONGEST_REASON, reason.length());
    }

    private static String truncate(String typed) {
        return typed.length() <= MAX_INPUT_LENGTH ? typed : typed.substring(0, MAX_INPUT_LENGTH);
    }
}
