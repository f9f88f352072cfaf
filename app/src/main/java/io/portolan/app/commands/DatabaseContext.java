package io.portolan.app.commands;

import io.portolan.app.database.DatabaseWiring;
import io.portolan.app.settings.Settings;
import io.portolan.app.wiring.BookWiring;
import io.portolan.app.wiring.ClockWiring;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Does something in the configured database, without starting anything else. */
final class DatabaseContext {
    private DatabaseContext() {}

    /** What such a command needs. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    @Import({DatabaseWiring.class, ClockWiring.class, BookWiring.class})
    static class Wiring {}

    static void run(Consumer<ConfigurableApplicationContext> work) {
        run(List.of(), context -> {
            work.accept(context);
            return true;
        });
    }

    /**
     * Whether the work succeeded, as it says itself.
     *
     * @param settings as on the server's command line, such as {@code --portolan.database.url=...}
     */
    static boolean run(List<String> settings, Predicate<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(settings.toArray(String[]::new))) {
            return work.test(context);
        }
    }
}
