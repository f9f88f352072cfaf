package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.store.Store;
import io.portolan.simulators.testing.DomesticClient;
import io.portolan.simulators.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar in a process of its own, which is killed without warning. */
class KillIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of("target", "simulators.jar");

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void losesNothingAcknowledgedAndMovesNothingTwiceThroughThreeKills() throws Exception {
        for (int round = 0; round < 3; round++) {
            var process = start();
            var senders = send(port(process), "round" + round);
            int enough = acknowledged.size() + 40;
            Eventually.until(() -> acknowledged.size() >= enough);
            process.destroyForcibly().waitFor();
            for (Thread sender : senders) {
                sender.join();
            }
        }

        var process = start();
        var bank = new DomesticClient(port(process));
        acknowledged.forEach(key -> bank.await(key, "BOOKED"));
        var lines = bank.statement("B-CNY").json().get("lines");
        var booked = IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).get("orderNo").asString())
                .toList();
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(booked).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(booksBalance()).isTrue();
    }

    private boolean booksBalance() {
        try (var store = Store.open(folder.resolve("sim.db"))) {
            return store.read(sql -> sql.number("select sum(balance) - sum(opening_balance) from account") == 0
                    && sql.number("select sum(amount) from entry") == 0
                    && sql.number("select count(*) from entry")
                            == 2 * sql.number("select count(*) from instruction where state <> 'RECEIVED'"));
        }
    }

    @Test
    void explainsInvalidOptionsAndExitsWithTwo() throws Exception {
        var process = new ProcessBuilder(JAVA.toString(), "-jar", JAR.toString(), "--port", "x")
                .redirectErrorStream(true)
                .start();

        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(output).contains("--port x must be between 0 and 65535").contains("usage:");
    }

    @Test
    void printsOnlyOneLineWhenAllIsWell() throws Exception {
        var process = start();
        new DomesticClient(port(process)).collect("key/1", "1.00", "622299");

        process.destroy();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(output(process)).matches("Simulators ready on http://127.0.0.1:[0-9]+\n");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        JAVA.toString(),
                        "-jar",
                        JAR.toString(),
                        "--port",
                        "0",
                        "--store",
                        folder.resolve("sim.db").toString(),
                        "--book-after",
                        "50ms",
                        "--settle-after",
                        "50ms")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private int port(Process process) {
        var line = Eventually.get(() -> output(process), output -> output.contains("ready") && output.endsWith("\n"));
        return Integer.parseInt(line.strip().substring(line.lastIndexOf(':') + 1));
    }

    private String output(Process process) {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            throw new UncheckedIOException("of process " + process.pid(), e);
        }
    }

    private List<Thread> send(int port, String prefix) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            var ownPrefix = prefix + "/" + i + "/";
            threads.add(Thread.ofVirtual().start(() -> sendUntilKilled(new DomesticClient(port), ownPrefix)));
        }
        return threads;
    }

    private void sendUntilKilled(DomesticClient bank, String prefix) {
        try {
            for (int i = 0; ; i++) {
                var key = prefix + i;
                if (bank.collect(key, "1.00", "622299").status() == 202) {
                    acknowledged.add(key);
                }
            }
        } catch (UncheckedIOException killed) {
            // The process is gone; whether it has stored this last order only an inquiry can tell.
        }
    }
}
