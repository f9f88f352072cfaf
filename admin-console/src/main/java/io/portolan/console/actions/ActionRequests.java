package io.portolan.console.actions;

import io.portolan.console.layout.PageNotFound;
import io.portolan.console.layout.PaymentLookup;
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
    private final PaymentLookup lookup;
    private final ActionExecutor executor;

    ActionRequests(PaymentLookup known, ActionExecutor deeds) {
        this.lookup = known;
        this.executor = deeds;
    }

    @PostMapping("/console/payments/{id}/{deed}")
    String perform(
            @PathVariable("id") String id,
            @PathVariable("deed") String word,
            @RequestParam Map<String, String> parameters,
            Authentication operator,
            RedirectAttributes next) {
        Action deed = Action.findByCode(word).orElseThrow(() -> new PageNotFound("There is no such action."));
        Payment payment = lookup.require(id);
        ActionForm typed = ActionForm.of(parameters);
        switch (executor.perform(deed, payment, operator.getName(), typed)) {
            case ActionResult.Done(String message) -> next.addFlashAttribute("notice", message);
            case ActionResult.Invalid(Map<String, String> errors) ->
                next.addFlashAttribute(
                        FailedAction.FLASH_ATTRIBUTE,
                        new FailedAction(deed, typed, errors, "Nothing was done: see below."));
            case ActionResult.Failed(String message) ->
                next.addFlashAttribute(FailedAction.FLASH_ATTRIBUTE, new FailedAction(deed, typed, Map.of(), message));
        }
        return "redirect:/console/payments/" + payment.id().value();
    }
}
