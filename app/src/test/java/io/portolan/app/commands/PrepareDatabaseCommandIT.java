package io.portolan.app.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.db.testing.TestFolders;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database in the hands of a supervisor, which has nothing but what the command wrote. */
class PrepareDatabaseCommandIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path data;

    @Test
    void theServerIsStartedByTheCommandThatWasWrittenAndComesBackAfterAKill() throws Exception {
        Properties prepared = prepare();

        for (int start = 1; start <= 2; start++) {
            Process server = start(prepared);
            try {
                await().atMost(LIMIT).until(() -> isUsable(prepared));
            } finally {
                server.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aServerThatASupervisorLeftBehindIsStoppedByTheNextPreparation() throws Exception {
        Properties prepared = prepare();
        Process left = start(prepared);
        try {
            await().atMost(LIMIT).until(() -> isUsable(prepared));

            prepare();

            assertThat(left.isAlive()).isFalse();
        } finally {
            left.destroyForcibly().waitFor();
        }
    }

    private Properties prepare() throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        System.setOut(new PrintStream(answer, true, UTF_8));
        try {
            assertThat(PrepareDatabaseCommand.run(
                            List.of("--binaries=" + TestFolders.binaries(), "--data=" + data, "--port=" + freePort())))
                    .isZero();
        } finally {
            System.setOut(out);
        }
        Properties prepared = new Properties();
        prepared.load(new StringReader(answer.toString(UTF_8)));
        return prepared;
    }

    private static Process start(Properties prepared) throws Exception {
        return new ProcessBuilder(prepared.getProperty("command").lines().toList())
                .redirectErrorStream(true)
                .redirectOutput(Path.of(prepared.getProperty("log")).toFile())
                .start();
    }

    /** By the owner: the app's user may do nothing before the migration. */
    private static boolean isUsable(Properties prepared) {
        try (Connection connection = DriverManager.getConnection(
                prepared.getProperty("url"),
                prepared.getProperty("owner-user"),
                prepared.getProperty("owner-password"))) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
