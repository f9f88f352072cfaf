package io.portolan.app.wiring;

import io.portolan.app.settings.ConditionalOnRole;
import io.portolan.app.settings.Role;
import io.portolan.app.settings.Settings;
import io.portolan.checkout.CheckoutApi;
import io.portolan.console.AdminConsole;
import io.portolan.console.ConsoleSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Adds the API and the console, by role. */
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
            Settings.Temporal temporal = settings.temporal();
            String name = temporal.isInMemory() ? "Temporal in memory" : "Temporal server";
            String link = temporal.ui().isBlank()
                    ? null
                    : "%s/namespaces/%s/workflows/{id}".formatted(temporal.ui(), temporal.namespace());
            return new ConsoleSettings(name, link, settings.console().overdueAfter(), PAGE_SIZE);
        }
    }
}
