package io.portolan.demo.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes that were started, in a file, so that the next demo can end what a killed one has left running.
 *
 * <p>A process id is given out again after a while. So a process is only ever ended if it also began when the file says.
 */
public final class ProcessList {
    /** Linux reckons a start from the boot time, which the clock's corrections move a little. */
    private static final Duration SAME_START = Duration.ofSeconds(1);

    private final Path file;

    public ProcessList(Path file) {
        this.file = file;
    }

    /** Adds the process to the file. One whose start is unknown is left out: it could never be ended safely. */
    synchronized void add(String name, ProcessHandle process) throws IOException {
        Optional<Instant> start = process.info().startInstant();
        if (start.isPresent()) {
            String row = "%d %d %s%n".formatted(process.pid(), start.get().toEpochMilli(), name);
            Files.writeString(file, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /**
     * Ends whatever of the list is still running, and deletes the list.
     *
     * @return the names of what was still running
     */
    public synchronized List<String> endLeftovers(Duration grace) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Entry> running = Files.readAllLines(file).stream()
                .flatMap(Entry::parse)
                .filter(Entry::isSame)
                .toList();
        // Newest first, as the newer ones use the older.
        running.reversed().forEach(entry -> entry.handle().ifPresent(process -> Termination.terminate(process, grace)));
        Files.delete(file);
        return running.stream().map(Entry::name).toList();
    }

    private record Entry(long pid, Instant startedAt, String name) {
        /** Nothing, for a row that was cut short when its writer was killed. */
        static Stream<Entry> parse(String row) {
            if (!row.matches("[0-9]{1,18} [0-9]{1,18} .+")) {
                return Stream.empty();
            }
            String[] parts = row.split(" ", 3);
            Instant startedAt = Instant.ofEpochMilli(Long.parseLong(parts[1]));
            return Stream.of(new Entry(Long.parseLong(parts[0]), startedAt, parts[2]));
        }

        boolean isSame() {
            return handle().flatMap(process -> process.info().startInstant())
                    .map(start -> Duration.between(start, startedAt).abs().compareTo(SAME_START) <= 0)
                    .orElse(false);
        }

        Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        }
    }
}
