package io.portolan.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where servers keep their data: a folder on a disk, as memory would flatter them.
 *
 * @param binaries where the embedded server is unpacked, once for all runs
 */
public record DataFolders(Path folder, Path binaries) {
    /** A new folder for one server's data. */
    Path newData() throws ServerNotMeasurable {
        try {
            Files.createDirectories(folder);
            String kind = Files.getFileStore(folder).type();
            if (kind.equals("tmpfs") || kind.equals("ramfs")) {
                throw new ServerNotMeasurable(folder + " is in memory (" + kind + "); durable commits need a disk");
            }
            return Files.createTempDirectory(folder, "bench-");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot create a data folder in " + folder, failure);
        }
    }

    static void delete(Path data) {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
