package io.portolan.console.layout;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The page for an address where there is nothing. Every other failure gets the application's {@code error} page, which
 * looks the same but reads nothing: what failed may be the database.
 */
@ControllerAdvice("io.portolan.console")
class ErrorPages {
    private final LayoutAttributes layout;

    ErrorPages(LayoutAttributes layout) {
        this.layout = layout;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String showNotFound(PageNotFound notFound, @Nullable Authentication authentication, Model model) {
        layout.addTo(model, authentication);
        model.addAttribute("message", notFound.getMessage());
        return "console/not-found";
    }
}
