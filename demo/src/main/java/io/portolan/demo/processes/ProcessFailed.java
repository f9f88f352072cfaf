package io.portolan.demo.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process does not come up or does not stay up, or a command fails. Shows the last lines of its log. */
public final class ProcessFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int LAST_BYTES = 16 * 1024;
    private static final int LAST_LINES = 15;

    ProcessFailed(DemoProcess process, String what) {
        this(process.name(), process.log(), what);
    }

    ProcessFailed(String name, Path log, String what) {
        super("%s %s. Its log %s ends with:%n%s".formatted(name, what, log, lastLines(log)));
    }

    private static String lastLines(Path log) {
        if (!Files.exists(log)) {
            return "  (empty)";
        }
        List<String> lines = tail(log).lines().toList();
        return String.join(
                System.lineSeparator(),
                lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                        .map(line -> "  " + line)
                        .toList());
    }

    private static String tail(Path log) {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - LAST_BYTES));
            ByteBuffer bytes = ByteBuffer.allocate(LAST_BYTES);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
