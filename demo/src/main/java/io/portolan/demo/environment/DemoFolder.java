package io.portolan.demo.environment;

import io.portolan.demo.processes.ProcessList;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Where a demo keeps everything; held by one demo at a time. */
public final class DemoFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path folder;
    private final Deque<FileChannel> locks = new ArrayDeque<>();

    private DemoFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws DemoFailed if another demo is running there */
    public static DemoFolder acquire(Path folder) throws DemoFailed {
        try {
            Files.createDirectories(folder);
        } catch (IOException unusable) {
            throw unusable(folder, unusable);
        }
        DemoFolder acquired = new DemoFolder(folder);
        acquired.hold(folder.resolve(LOCK));
        return acquired;
    }

    /**
     * Locks a file for as long as the folder is held.
     *
     * @throws DemoFailed if another process has locked it
     */
    void hold(Path file) throws DemoFailed {
        try {
            FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locks.push(lock);
            FileLock held = lock.tryLock();
            if (held == null) {
                close();
                throw new DemoFailed(
                        "another demo is running in " + folder + "; end that one first (Ctrl-C where it runs)");
            }
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        }
    }

    public ProcessList processes() {
        return new ProcessList(folder.resolve("processes"));
    }

    /** Ends what a killed demo has left running; returns the names. */
    public List<String> endLeftovers() throws IOException {
        return processes().endLeftovers(GRACE);
    }

    /** Deletes all that an earlier demo kept. */
    public void wipe() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> inner = found.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(folder) && !path.equals(folder.resolve(LOCK)))
                    .toList();
            for (Path path : inner) {
                Files.delete(path);
            }
        }
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** The app's settings in this demo. */
    public Path appSettings() {
        return folder.resolve("app.properties");
    }

    /** Where the process of this name writes what it does. */
    Path log(String process) throws IOException {
        return Files.createDirectories(folder.resolve("logs")).resolve(process + ".log");
    }

    @Override
    public void close() throws IOException {
        while (!locks.isEmpty()) {
            locks.pop().close();
        }
    }

    private static DemoFailed unusable(Path path, IOException cause) {
        return new DemoFailed("%s cannot be used (%s); make it writable".formatted(path, cause), cause);
    }
}
