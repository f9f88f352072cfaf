package io.portolan.app;

import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.app.settings.Settings;
import io.portolan.checkout.CheckoutApi;
import io.portolan.console.AdminConsole;
import io.portolan.console.ConsoleSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the API and the console in, by role. */
@Configuration(proxyBeanMethods = false)
class WebWiring {
    private static final int PAGE_SIZE = 50;

    /** For shops. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnRole(Role.API)
    @Import(CheckoutApi.class)
    static class ForShops {}

    /** For operations staff. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnRole(Role.CONSOLE)
    @Import(AdminConsole.class)
    static class ForOperators {
        @Bean
        ConsoleSettings consoleSettings(Settings settings) {
            Settings.Temporal engine = settings.engine();
            String name = engine.isInMemory() ? "in-memory engine" : "Temporal server";
            String link = engine.ui().isBlank()
                    ? null
                    : "%s/namespaces/%s/workflows/{id}".formatted(engine.ui(), engine.namespace());
            return new ConsoleSettings(name, link, settings.watch().timeLimit(), PAGE_SIZE);
        }
    }
}
