package io.portolan.console.login;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in form, and what became of the last attempt. */
@Controller
class LoginPage {
    static final String PATH = "/login";
    static final String FAILED = "failed";
    static final String TOO_MANY_ATTEMPTS = "wait";
    static final String LOGGED_OUT = "out";

    private static final Map<String, String> MESSAGES = Map.of(
            FAILED, "Name or password is wrong.",
            TOO_MANY_ATTEMPTS, "Too many wrong passwords for this name. Wait a little, then try again.",
            LOGGED_OUT, "You are logged out.");

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
