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
import org.springframework.context.annotation.Import;

/** Does something in the configured database, and starts only what that needs. */
final class DatabaseContext {
    private DatabaseContext() {}

    /** What such a command needs; no configuration of the server, which would find it otherwise. */
    @EnableConfigurationProperties(Settings.class)
    @Import({DatabaseWiring.class, ClockWiring.class, BookWiring.class})
    static class Wiring {}

    /** @param settings as on the server's command line, such as {@code --portolan.database.url=...} */
    static void use(List<String> settings, Consumer<ConfigurableApplicationContext> work) {
        run(settings, context -> {
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
        return run(settings, Wiring.class, work);
    }

    /**
     * The same with more than the database.
     *
     * @param more a configuration, of which only those beans are made that the work asks for
     */
    static boolean run(List<String> settings, Class<?> more, Predicate<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class, more)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties("logging.config=classpath:logging-of-commands.xml")
                .run(settings.toArray(String[]::new))) {
            return work.test(context);
        }
    }
}
