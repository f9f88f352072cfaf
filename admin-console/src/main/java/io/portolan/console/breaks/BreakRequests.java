package io.portolan.console.breaks;

import io.portolan.console.form.FormInput;
import io.portolan.console.layout.PageNotFound;
import io.portolan.domain.breaks.Break;
import io.portolan.domain.breaks.Break.Closing;
import io.portolan.domain.breaks.Breaks;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes ownership of a break, or its resolution, and redirects to the list of breaks, which shows the result. Sent again, it changes nothing. */
@Controller
class BreakRequests {
    private static final String NOTICE = "notice";
    private static final String PROBLEM = "problem";
    private static final String REDIRECT = "redirect:" + BreaksPage.PATH;

    private final Breaks breaks;
    private final Clock clock;

    BreakRequests(Breaks breaks, Clock clock) {
        this.breaks = breaks;
        this.clock = clock;
    }

    @PostMapping("/console/breaks/{id}/take")
    String take(@PathVariable("id") String id, Authentication operator, RedirectAttributes redirect) {
        require(id);
        if (breaks.assign(id, operator.getName())) {
            redirect.addFlashAttribute(NOTICE, "The break is yours now.");
        } else {
            redirect.addFlashAttribute(PROBLEM, "Nothing was done. " + closedBy(require(id)));
        }
        return REDIRECT;
    }

    @PostMapping("/console/breaks/{id}/close")
    String close(
            @PathVariable("id") String id,
            @RequestParam(name = "resolution", defaultValue = "") String input,
            Authentication operator,
            RedirectAttributes redirect) {
        Break found = require(id);
        String resolution = FormInput.clean(input);
        String error = FormInput.reasonError(resolution, "Enter how the break was resolved.");
        if (found.isOpen() && !error.isEmpty()) {
            redirect.addFlashAttribute(FailedClosing.FLASH_ATTRIBUTE, new FailedClosing(id, resolution, error));
        } else if (found.isOpen() && breaks.close(id, new Closing(operator.getName(), resolution, clock.instant()))) {
            redirect.addFlashAttribute(NOTICE, "The break has been closed. Your resolution was recorded.");
        } else {
            redirect.addFlashAttribute(
                    PROBLEM, closedBy(require(id)) + " \u2013 Your resolution was not recorded: " + resolution);
        }
        return REDIRECT;
    }

    private static String closedBy(Break found) {
        Closing closing = found.closing();
        if (closing == null) {
            throw new IllegalStateException("break " + found.id() + " stays open although it was closed");
        }
        return "The break was already closed by %s: %s".formatted(closing.operator(), closing.resolution());
    }

    private Break require(String id) {
        return breaks.find(id).orElseThrow(() -> new PageNotFound("There is no break with this id."));
    }
}
