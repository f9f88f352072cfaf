package io.portolan.demo;

import io.portolan.demo.environment.DemoFailed;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Settings of the app that somebody adds to those of the demo, in a {@code .properties} file. */
final class SettingsFile {
    private SettingsFile() {}

    /** @throws DemoFailed if there is no such file, or it is not one of properties */
    static Map<String, String> read(Path file) throws DemoFailed {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new DemoFailed("the settings in %s cannot be read: %s".formatted(file, unreadable), unreadable);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
