package io.portolan.console.actions;

import io.portolan.console.look.KnownPayments;
import io.portolan.console.look.NoSuchPage;
import io.portolan.domain.payment.Payment;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes an operator's form and leads back to the payment's page, which then says how it went; what was typed comes along if it did not go through. */
@Controller
class ActionRequests {
    private final KnownPayments known;
    private final Deeds deeds;

    ActionRequests(KnownPayments known, Deeds deeds) {
        this.known = known;
        this.deeds = deeds;
    }

    @PostMapping("/console/payments/{id}/{deed}")
    String perform(
            @PathVariable("id") String id,
            @PathVariable("deed") String word,
            @RequestParam Map<String, String> parameters,
            Authentication operator,
            RedirectAttributes next) {
        Deed deed = Deed.find(word).orElseThrow(() -> new NoSuchPage("There is no such action."));
        Payment payment = known.require(id);
        Typed typed = Typed.of(parameters);
        switch (deeds.perform(deed, payment, operator.getName(), typed)) {
            case Answer.Done(String message) -> next.addFlashAttribute("notice", message);
            case Answer.Mistaken(Map<String, String> errors) ->
                next.addFlashAttribute(Attempt.FLASH, new Attempt(deed, typed, errors, "Nothing was done: see below."));
            case Answer.NotTaken(String message) ->
                next.addFlashAttribute(Attempt.FLASH, new Attempt(deed, typed, Map.of(), message));
        }
        return "redirect:/console/payments/" + payment.id().value();
    }
}
