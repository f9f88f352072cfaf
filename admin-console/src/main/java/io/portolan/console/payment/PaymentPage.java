package io.portolan.console.payment;

import io.portolan.console.ConsoleSettings;
import io.portolan.console.actions.Attempt;
import io.portolan.console.actions.Offers;
import io.portolan.console.actions.PayeeField;
import io.portolan.console.look.KnownPayments;
import io.portolan.console.stuck.Attention;
import io.portolan.console.words.Moment;
import io.portolan.console.words.Outlook;
import io.portolan.domain.payment.Payment;
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
    private final KnownPayments known;
    private final PaymentRecords records;
    private final ConsoleSettings settings;
    private final Clock clock;

    PaymentPage(KnownPayments known, PaymentRecords records, ConsoleSettings settings, Clock clock) {
        this.known = known;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/console/payments/{id}")
    String show(@PathVariable("id") String id, Model model) {
        Payment payment = known.require(id);
        Instant now = clock.instant();
        model.addAttribute("payment", SummaryView.of(payment, now));
        model.addAttribute("outlook", Outlook.of(payment));
        model.addAttribute("legs", LegView.of(payment, now));
        model.addAttribute("plan", PlanView.of(payment, now).orElse(null));
        model.addAttribute("offers", Offers.of(payment, attempt(model)));
        model.addAttribute("payeeFields", Outlook.isCorrectable(payment) ? PayeeField.ALL : List.of());
        model.addAttribute("undo", Outlook.ofUndo(payment));
        model.addAttribute("workflow", settings.linkTo(payment.id().value()).orElse(""));
        addAttention(payment, now, model);
        records.addTo(model, payment.id(), now);
        return "console/payment";
    }

    private void addAttention(Payment payment, Instant now, Model model) {
        Attention.of(payment, now, settings.timeLimit()).ifPresent(attention -> {
            model.addAttribute("attention", attention);
            model.addAttribute("since", new Moment(attention.since(), now));
            if (attention.deadline() != null) {
                model.addAttribute("deadline", new Moment(attention.deadline(), now));
            }
        });
    }

    private static @Nullable Attempt attempt(Model model) {
        return (Attempt) model.getAttribute(Attempt.FLASH);
    }
}
