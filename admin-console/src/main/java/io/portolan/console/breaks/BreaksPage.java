package io.portolan.console.breaks;

import io.portolan.domain.breaks.Breaks;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of all open breaks. */
@Controller
class BreaksPage {
    static final String PATH = "/console/breaks";

    private final Breaks breaks;
    private final Clock clock;

    BreaksPage(Breaks breaks, Clock clock) {
        this.breaks = breaks;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(Model model) {
        Instant now = clock.instant();
        model.addAttribute("section", "breaks");
        model.addAttribute(
                "breaks",
                breaks.listOpen().stream().map(open -> BreakView.of(open, now)).toList());
        return "console/breaks";
    }
}
