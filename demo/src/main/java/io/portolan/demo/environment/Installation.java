package io.portolan.demo.environment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Where the launcher found our own files, and the {@code temporal} command if there is one. */
public record Installation(Path home, Optional<Path> temporal) {
    private static final String KEYS = "development-credentials.properties";
    private static final List<String> FLAGS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /** As the launcher's environment says; the working directory, where it says nothing. */
    public static Installation ofEnvironment() {
        Path home = Path.of(System.getenv().getOrDefault("PORTOLAN_HOME", ""))
                .toAbsolutePath()
                .normalize();
        String temporal = System.getenv().getOrDefault("PORTOLAN_TEMPORAL_COMMAND", "");
        return new Installation(home, temporal.isEmpty() ? Optional.empty() : Optional.of(Path.of(temporal)));
    }

    Path appJar() {
        return home.resolve("app/target/portolan.jar");
    }

    Path simulatorsJar() {
        return home.resolve("simulators/target/simulators.jar");
    }

    public Path sampleOrders() {
        return home.resolve("samples/orders.csv");
    }

    public Path demoFolder() {
        return home.resolve(".portolan/demo");
    }

    /** Unpacked once for all demos, so it is not in their folder. */
    Path mariaDbBinaries() {
        return home.resolve(".portolan/mariadb");
    }

    /** The beginning of a command that runs a jar on the JDK that runs us. */
    List<String> java(Path jar, String maximumHeap) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, FLAGS.get(0), FLAGS.get(1), "-Xmx" + maximumHeap, "-jar", jar.toString());
    }

    public void requireJars() throws DemoFailed {
        for (Path jar : List.of(appJar(), simulatorsJar())) {
            if (!Files.isRegularFile(jar)) {
                throw new DemoFailed(jar + " does not exist; start the demo with ./portolan demo, which builds it");
            }
        }
    }

    /** The keys that the simulators know us by. */
    Properties developmentKeys() throws DemoFailed {
        try (JarFile jar = new JarFile(simulatorsJar().toFile())) {
            ZipEntry entry = jar.getEntry(KEYS);
            if (entry == null) {
                throw new DemoFailed(
                        simulatorsJar() + " does not contain " + KEYS + "; delete it, so that it is built again");
            }
            try (Reader reader = new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8)) {
                Properties keys = new Properties();
                keys.load(reader);
                return keys;
            }
        } catch (IOException unreadable) {
            throw new DemoFailed(simulatorsJar() + " cannot be read; delete it, so that it is built again", unreadable);
        }
    }
}
