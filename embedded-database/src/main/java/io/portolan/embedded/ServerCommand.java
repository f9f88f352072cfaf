package io.portolan.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that starts MariaDB. It reads no configuration file, so that nothing on the machine changes how it behaves.
 *
 * @param options more of the server's own options
 */
record ServerCommand(Binaries binaries, DataFolder folder, int port, List<String> options) {
    ServerCommand {
        options = List.copyOf(options);
    }

    static List<String> install(Binaries binaries, Path data) {
        List<String> command = new ArrayList<>(List.of(
                binaries.installer().toString(),
                "--no-defaults",
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--auth-root-authentication-method=socket",
                "--basedir=" + binaries.base(),
                dataArgument(data)));
        command.addAll(rootOptions());
        return command;
    }

    List<String> start() {
        List<String> command = new ArrayList<>(List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.base(),
                dataArgument(folder.data()),
                "--tmpdir=" + folder.temporary(),
                "--lc-messages-dir=" + binaries.share(),
                "--init-file=" + folder.startScript(),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // Relative to the data folder, as the path of a socket must be short.
                "--socket=mariadb.sock",
                "--skip-name-resolve",
                // Nobody eavesdrops on loopback, and connections open faster.
                "--skip-ssl",
                "--default-time-zone=+00:00",
                "--max-connections=500"));
        command.addAll(options);
        // Last, as the last of two values wins.
        command.addAll(semanticOptions());
        command.addAll(durabilityOptions());
        command.addAll(rootOptions());
        return command;
    }

    /** Also how a server of this folder is recognised among the machine's processes. */
    static String dataArgument(Path data) {
        return "--datadir=" + data;
    }

    private static List<String> semanticOptions() {
        return List.of(
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--transaction-isolation=READ-COMMITTED",
                "--sql-mode=STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION");
    }

    /** A confirmed commit survives a power failure. */
    private static List<String> durabilityOptions() {
        return List.of("--innodb-flush-log-at-trx-commit=1", "--sync-binlog=1", "--innodb-doublewrite=ON");
    }

    /** MariaDB refuses to run as root unless told so. */
    private static List<String> rootOptions() {
        return System.getProperty("user.name").equals("root") ? List.of("--user=root") : List.of();
    }
}
