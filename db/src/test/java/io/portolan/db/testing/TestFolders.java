package io.portolan.db.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where tests keep files. */
public final class TestFolders {
    private TestFolders() {}

    /** Where tests unpack MariaDB: once for all modules. */
    public static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "portolan-mariadb-" + System.getProperty("user.name"));
    }

    /** A new one, empty. */
    static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes what a test leaves behind. */
    public static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
