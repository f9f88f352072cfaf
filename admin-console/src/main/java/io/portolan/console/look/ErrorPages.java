package io.portolan.console.look;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page for an address that names nothing. Every other failure goes to the application's {@code error} page, which looks the same. */
@ControllerAdvice("io.portolan.console")
class ErrorPages {
    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing(NoSuchPage missing, Model model) {
        model.addAttribute("missing", missing.getMessage());
        return "console/missing";
    }
}
