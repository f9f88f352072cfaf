package io.portolan.console.home;

import io.portolan.console.ConsoleSettings;
import io.portolan.console.exceptions.ExceptionQueue;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page. */
@Controller
class HomePage {
    private final Payments payments;
    private final ExceptionQueue exceptions;
    private final ConsoleSettings settings;
    private final Clock clock;

    HomePage(Payments payments, ExceptionQueue exceptions, ConsoleSettings settings, Clock clock) {
        this.payments = payments;
        this.exceptions = exceptions;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/")
    String redirectToHome() {
        return "redirect:/console";
    }

    @GetMapping("/console")
    String show(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
        Instant now = clock.instant();
        PaymentSearch search = PaymentSearch.parse(parameters);
        List<Payment> found = search.isValid() ? findPayments(search) : List.of();
        if (!search.isValid()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("section", "payments");
        model.addAttribute("exceptions", exceptions.list(now));
        model.addAttribute("search", search);
        model.addAttribute("stages", StageChoice.ALL);
        model.addAttribute(
                "rows",
                found.stream()
                        .limit(settings.pageSize())
                        .map(payment -> PaymentRow.of(payment, now))
                        .toList());
        model.addAttribute("nextPageLink", nextPageLink(search, found));
        return "console/home";
    }

    /** One more than a page holds, to know whether there is another. */
    private List<Payment> findPayments(PaymentSearch search) {
        int limit = settings.pageSize() + 1;
        return search.id()
                .map(id -> payments.find(id).filter(search::matches).stream().toList())
                .orElseGet(() -> payments.list(search.filter(limit)));
    }

    /** The address of the next page; empty if this is the last. */
    private String nextPageLink(PaymentSearch search, List<Payment> found) {
        return found.size() > settings.pageSize()
                ? search.link(found.get(settings.pageSize() - 1).id().value())
                : "";
    }
}
