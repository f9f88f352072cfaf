package io.portolan.console.payment;

import io.portolan.console.ConsoleSettings;
import io.portolan.console.actions.AvailableActions;
import io.portolan.console.actions.EvidenceForm;
import io.portolan.console.actions.FailedAction;
import io.portolan.console.actions.PayeeField;
import io.portolan.console.exceptions.ExceptionCase;
import io.portolan.console.layout.PaymentLookup;
import io.portolan.console.text.NextSteps;
import io.portolan.console.text.Timestamp;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Plan;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one payment. */
@Controller
class PaymentPage {
    private final PaymentLookup lookup;
    private final PaymentRecords records;
    private final ConsoleSettings settings;
    private final Clock clock;

    PaymentPage(PaymentLookup lookup, PaymentRecords records, ConsoleSettings settings, Clock clock) {
        this.lookup = lookup;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/console/payments/{id}")
    String show(@PathVariable("id") String id, Model model) {
        Payment payment = lookup.require(id);
        Instant now = clock.instant();
        model.addAttribute("payment", SummaryView.of(payment, now));
        model.addAttribute("nextSteps", NextSteps.of(payment));
        model.addAttribute("legs", LegView.of(payment, now));
        model.addAttribute("plans", PlanView.of(payment, now));
        model.addAttribute("refunds", RefundView.of(payment, now));
        model.addAttribute("actions", AvailableActions.of(payment, failedAction(model)));
        model.addAttribute("payeeFields", NextSteps.isPayeeCorrectable(payment) ? PayeeField.ALL : List.of());
        model.addAttribute("evidence", EvidenceForm.of(payment, now).orElse(null));
        model.addAttribute(
                "proposedPlan",
                AvailableActions.proposedPlan(payment).map(Plan::number).orElse(0));
        model.addAttribute(
                "workflow", settings.workflowLinkFor(payment.id().value()).orElse(""));
        addException(payment, now, model);
        records.addTo(model, payment, now);
        return "console/payment";
    }

    private void addException(Payment payment, Instant now, Model model) {
        ExceptionCase.of(payment, now, settings.timeLimit()).ifPresent(exceptionCase -> {
            model.addAttribute("exceptionCase", exceptionCase);
            model.addAttribute("since", new Timestamp(exceptionCase.since(), now));
            if (exceptionCase.deadline() != null) {
                model.addAttribute("deadline", new Timestamp(exceptionCase.deadline(), now));
            }
        });
    }

    private static @Nullable FailedAction failedAction(Model model) {
        return (FailedAction) model.getAttribute(FailedAction.FLASH_ATTRIBUTE);
    }
}
