package io.portolan.console.look;

import io.portolan.console.ConsoleSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows: who is logged in, and which engine drives the payments. */
@ControllerAdvice("io.portolan.console")
class PageFrame {
    private final ConsoleSettings settings;

    PageFrame(ConsoleSettings settings) {
        this.settings = settings;
    }

    @ModelAttribute("person")
    @Nullable
    Person person(@Nullable Authentication authentication) {
        return Optional.ofNullable(authentication).map(Person::of).orElse(null);
    }

    @ModelAttribute("engine")
    String engine() {
        return settings.engine();
    }
}
