package io.portolan.app.demo;

import io.portolan.app.demo.processes.ProcessList;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a demo keeps everything; held by one demo at a time. */
final class DemoFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path folder;
    private final FileChannel lock;

    private DemoFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws DemoFailed if another demo runs there */
    static DemoFolder acquire(Path folder) throws DemoFailed {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = lock.tryLock();
            if (held == null) {
                lock.close();
                throw new DemoFailed("another demo runs in " + folder + "; end that one first (Ctrl-C where it runs)");
            }
            return new DemoFolder(folder, lock);
        } catch (IOException unusable) {
            throw new DemoFailed("%s cannot be used (%s); make it writable".formatted(folder, unusable), unusable);
        }
    }

    ProcessList processes() {
        return new ProcessList(folder.resolve("processes"));
    }

    /** Ends what a killed demo left running; tells the names. */
    List<String> endLeftovers() throws IOException {
        return processes().endLeftovers(GRACE);
    }

    /** Deletes all that an earlier demo kept. */
    void wipe() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> inner = found.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(folder) && !path.equals(folder.resolve(LOCK)))
                    .toList();
            for (Path path : inner) {
                Files.delete(path);
            }
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Where the part of this name writes what it does. */
    Path log(String part) throws IOException {
        return Files.createDirectories(folder.resolve("logs")).resolve(part + ".log");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
