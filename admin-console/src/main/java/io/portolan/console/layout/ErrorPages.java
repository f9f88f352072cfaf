package io.portolan.console.layout;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The page for an address that names nothing. Every other failure goes to the application's {@code error} page, which looks the same but asks nobody
 * for anything: what failed may be the database.
 */
@ControllerAdvice("io.portolan.console")
class ErrorPages {
    private final LayoutAttributes layout;

    ErrorPages(LayoutAttributes frame) {
        this.layout = frame;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String showNotFound(PageNotFound missing, @Nullable Authentication authentication, Model model) {
        layout.addTo(model, authentication);
        model.addAttribute("missing", missing.getMessage());
        return "console/missing";
    }
}
