package io.portolan.console.approvals;

import io.portolan.console.decisions.DecisionCourse;
import io.portolan.console.decisions.DecisionResult;
import io.portolan.console.decisions.ProposedDecisions;
import io.portolan.console.form.FormInput;
import io.portolan.console.layout.PageNotFound;
import io.portolan.console.layout.PaymentLookup;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Approval;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.saga.DecisionEffects;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the second person's word about a decision and redirects to the inbox, which shows the result. Sent again, it changes nothing. */
@Controller
class ApprovalRequests {
    private static final String NOTICE = "notice";
    private static final String PROBLEM = "problem";
    private static final String REDIRECT = "redirect:" + ApprovalsPage.PATH;

    private final Decisions decisions;
    private final ProposedDecisions proposed;
    private final DecisionCourse course;
    private final PaymentLookup lookup;
    private final Clock clock;

    ApprovalRequests(
            Decisions decisions, ProposedDecisions proposed, DecisionCourse course, PaymentLookup lookup, Clock clock) {
        this.decisions = decisions;
        this.proposed = proposed;
        this.course = course;
        this.lookup = lookup;
        this.clock = clock;
    }

    @PostMapping("/console/approvals/{payment}/{decision}/approve")
    String approve(
            @PathVariable("payment") String payment,
            @PathVariable("decision") String id,
            Authentication checker,
            RedirectAttributes redirect) {
        RecordedDecision recorded = require(lookup.require(payment), id);
        Instant now = clock.instant();
        Optional<String> objection = recorded.objectionTo(checker.getName(), now);
        if (objection.isPresent()) {
            redirect.addFlashAttribute(PROBLEM, "This was not approved: " + objection.get() + ".");
            return REDIRECT;
        }
        decisions.approve(recorded.decision().header().payment(), id, new Approval(checker.getName(), now));
        switch (course.carryOut(require(lookup.require(payment), id))) {
            case DecisionResult.Recorded(String message) -> redirect.addFlashAttribute(NOTICE, message);
            case DecisionResult.Refused(String message) -> redirect.addFlashAttribute(PROBLEM, message);
        }
        return REDIRECT;
    }

    /** The maker may reject his own, too: he withdraws it. */
    @PostMapping("/console/approvals/{payment}/{decision}/reject")
    String reject(
            @PathVariable("payment") String paymentId,
            @PathVariable("decision") String id,
            @RequestParam(name = "reason", defaultValue = "") String input,
            Authentication checker,
            RedirectAttributes redirect) {
        Payment payment = lookup.require(paymentId);
        RecordedDecision recorded = require(payment, id);
        String reason = FormInput.clean(input);
        String error = FormInput.reasonError(reason, "Enter a reason.");
        if (recorded.status() != DecisionStatus.PROPOSED) {
            redirect.addFlashAttribute(PROBLEM, "This was not rejected: " + alreadyEnded(recorded) + ".");
        } else if (!error.isEmpty()) {
            redirect.addFlashAttribute(FailedRejection.FLASH_ATTRIBUTE, new FailedRejection(id, reason, error));
        } else {
            String why = "rejected by " + checker.getName() + ": " + reason;
            Ending ending = Ending.refused(why, DecisionEffects.summaryOf(payment), clock.instant());
            boolean ended = decisions.end(payment.id(), id, ending);
            redirect.addFlashAttribute(
                    ended ? NOTICE : PROBLEM,
                    ended
                            ? "The decision has been rejected. Your reason was recorded."
                            : "This was not rejected: somebody else was faster.");
        }
        return REDIRECT;
    }

    private static String alreadyEnded(RecordedDecision recorded) {
        return switch (recorded.status()) {
            case PROPOSED -> throw new IllegalStateException("it waits for an approval");
            case APPROVED -> "it is approved already";
            case APPLIED -> "it has been carried out already";
            case REFUSED -> "it has been refused already";
            case LAPSED -> "it has lapsed";
        };
    }

    private RecordedDecision require(Payment payment, String id) {
        return proposed.find(payment.id(), id).orElseThrow(() -> new PageNotFound("There is no such decision."));
    }
}
