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

/**
 * Takes an operator's form and redirects to the payment's page, which shows the result; if the action failed, the page
 * shows again what was typed.
 */
@Controller
class ActionRequests {
    private final PaymentLookup lookup;
    private final ActionExecutor executor;

    ActionRequests(PaymentLookup lookup, ActionExecutor executor) {
        this.lookup = lookup;
        this.executor = executor;
    }

    @PostMapping("/console/payments/{id}/{action}")
    String perform(
            @PathVariable("id") String id,
            @PathVariable("action") String code,
            @RequestParam Map<String, String> parameters,
            Authentication operator,
            RedirectAttributes redirect) {
        Action action = Action.findByCode(code).orElseThrow(() -> new PageNotFound("Unknown action."));
        Payment payment = lookup.require(id);
        ActionForm form = ActionForm.of(parameters);
        switch (executor.perform(action, payment, operator.getName(), form)) {
            case ActionResult.Done(String message) -> redirect.addFlashAttribute("notice", message);
            case ActionResult.Invalid(Map<String, String> errors) ->
                redirect.addFlashAttribute(
                        FailedAction.FLASH_ATTRIBUTE,
                        new FailedAction(
                                action, form, errors, "Nothing was done. Please correct the fields marked below."));
            case ActionResult.Failed(String message) ->
                redirect.addFlashAttribute(
                        FailedAction.FLASH_ATTRIBUTE, new FailedAction(action, form, Map.of(), message));
        }
        return "redirect:/console/payments/" + payment.id().value();
    }
}
