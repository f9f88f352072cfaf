package io.portolan.console.login;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login form, and the result of the last attempt. */
@Controller
class LoginPage {
    static final String PATH = "/login";
    static final String FAILED = "failed";
    static final String TOO_MANY_ATTEMPTS = "throttled";
    static final String LOGGED_OUT = "logged_out";

    private static final Map<String, String> MESSAGES = Map.of(
            FAILED, "Incorrect name or password.",
            TOO_MANY_ATTEMPTS, "Too many failed attempts for this name. Please wait and try again.",
            LOGGED_OUT, "You have been logged out.");

    @GetMapping(PATH)
    String show(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("problem", !parameters.containsKey(LOGGED_OUT));
        model.addAttribute(
                "message",
                MESSAGES.keySet().stream()
                        .filter(parameters::containsKey)
                        .findFirst()
                        .map(MESSAGES::get)
                        .orElse(""));
        return "console/login";
    }
}
