package io.portolan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.benchmarks.engine.EngineBench;
import io.portolan.benchmarks.posting.PostingResult;
import io.portolan.benchmarks.posting.PostingSizes;
import io.portolan.benchmarks.reading.ReadingSizes;
import io.portolan.benchmarks.server.DataFolders;
import io.portolan.benchmarks.server.Server;
import io.portolan.benchmarks.server.ServerKind;
import io.portolan.benchmarks.server.ServerSettings;
import io.portolan.db.testing.TestFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether everything can be measured; a machine that builds cannot tell how fast it is. */
class ServerRunIT {
    private static final Sizes TINY = new Sizes(
            new PostingSizes(1, 100, 64, 300, 100, 100),
            new ReadingSizes(List.of(200L, 1_000L), 100, 1, 100, 1_000, 1),
            0,
            Duration.ofMillis(20));

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        DataFolders home = new DataFolders(Path.of("target", "bench").toAbsolutePath(), TestFolders.binaries());
        server = ServerKind.MARIADB.start(home, 128L << 20);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void everyVariantHasAFigure() throws Exception {
        ServerRun run = ServerRun.on(server, TINY, step -> {});

        assertThat(run.posting().results())
                .hasSize(6)
                .allSatisfy(result -> assertThat(result.transactionsPerSecond()).isPositive())
                .extracting(PostingResult::title)
                .doesNotHaveDuplicates();
        assertThat(run.reading().reads())
                .hasSize(2)
                .allSatisfy(reads -> assertThat(reads.p99()).isGreaterThanOrEqualTo(reads.median()));
        assertThat(run.reading().audits())
                .hasSize(2)
                .allSatisfy(audit -> assertThat(audit.postingsPerSecond()).isPositive());
        assertThat(run.toString())
                .contains("one by one", "bare INSERT", "p99 us")
                .doesNotContain("NaN");
    }

    @Test
    void reportsTheServersSettings() throws Exception {
        ServerSettings settings = ServerSettings.of(server);

        assertThat(settings.toString())
                .startsWith("MariaDB 11.4.5")
                .contains("innodb_flush_log_at_trx_commit=1", "log_bin=", "innodb_buffer_pool_size=134217728");
    }

    @Test
    void measuresTheEngineAlone() throws Exception {
        String table = new EngineBench(TINY.forks(), TINY.iteration()).run();

        assertThat(table).contains("TWO_POSTINGS, decide", "SIX_POSTINGS, apply");
    }
}
