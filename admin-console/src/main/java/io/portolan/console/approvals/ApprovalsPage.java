package io.portolan.console.approvals;

import io.portolan.console.decisions.ProposedDecisions;
import io.portolan.console.layout.LoggedInUser;
import io.portolan.console.layout.PaymentLookup;
import io.portolan.domain.decision.RecordedDecision;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of everything that waits for a second person. */
@Controller
class ApprovalsPage {
    static final String PATH = "/console/approvals";

    private final ProposedDecisions proposed;
    private final PaymentLookup lookup;
    private final Clock clock;

    ApprovalsPage(ProposedDecisions proposed, PaymentLookup lookup, Clock clock) {
        this.proposed = proposed;
        this.lookup = lookup;
        this.clock = clock;
    }

    /** Ends what has lapsed before it shows the rest. */
    @GetMapping(PATH)
    String show(Authentication authentication, Model model) {
        LoggedInUser user = LoggedInUser.of(authentication);
        Instant now = clock.instant();
        model.addAttribute("section", "approvals");
        model.addAttribute(
                "approvals",
                proposed.list().stream()
                        .map(decision -> view(decision, user, now))
                        .toList());
        return "console/approvals";
    }

    private ApprovalView view(RecordedDecision decision, LoggedInUser user, Instant now) {
        return ApprovalView.of(
                decision, lookup.require(decision.decision().header().payment().value()), user, now);
    }
}
