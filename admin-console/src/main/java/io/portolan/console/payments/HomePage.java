package io.portolan.console.payments;

import io.portolan.console.ConsoleSettings;
import io.portolan.console.stuck.StuckPayments;
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

/** The landing page. */
@Controller
class HomePage {
    private final Payments payments;
    private final StuckPayments stuck;
    private final ConsoleSettings settings;
    private final Clock clock;

    HomePage(Payments payments, StuckPayments stuck, ConsoleSettings settings, Clock clock) {
        this.payments = payments;
        this.stuck = stuck;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/")
    String root() {
        return "redirect:/console";
    }

    @GetMapping("/console")
    String show(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
        Instant now = clock.instant();
        Search search = Search.parse(parameters);
        List<Payment> found = search.isSound() ? found(search) : List.of();
        if (!search.isSound()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("stuck", stuck.at(now));
        model.addAttribute("search", search);
        model.addAttribute("stages", StageChoice.ALL);
        model.addAttribute(
                "rows",
                found.stream()
                        .limit(settings.pageSize())
                        .map(payment -> PaymentRow.of(payment, now))
                        .toList());
        model.addAttribute("older", older(search, found));
        return "console/home";
    }

    /** One more than a page, to know whether there is another. */
    private List<Payment> found(Search search) {
        int limit = settings.pageSize() + 1;
        return search.id()
                .map(id -> payments.find(id).filter(search::fits).stream().toList())
                .orElseGet(() -> payments.list(search.filter(limit)));
    }

    /** The address of the next page; empty if this is the last. */
    private String older(Search search, List<Payment> found) {
        return found.size() > settings.pageSize()
                ? search.link(found.get(settings.pageSize() - 1).id().value())
                : "";
    }
}
