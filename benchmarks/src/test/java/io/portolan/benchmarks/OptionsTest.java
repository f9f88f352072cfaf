package io.portolan.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.benchmarks.server.ServerKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void measuresBothServersAndTenMillionPostingsByDefault() throws Exception {
        Options options = Options.parse("ledger");

        assertThat(options).isEqualTo(new Options(10_000_000, List.of(ServerKind.values()), false));
    }

    @Test
    void takesAllOptions() throws Exception {
        Options options = Options.parse("ledger", "--quick", "--server", "mysql", "--postings", "200000");

        assertThat(options).isEqualTo(new Options(200_000, List.of(ServerKind.MYSQL), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | unknown benchmark nothing",
                "rates | unknown benchmark rates",
                "ledger --fast | unknown option --fast",
                "ledger --postings | --postings needs a value",
                "ledger --postings 99999 | from 100000 to 100000000, not 99999",
                "ledger --postings many | not many",
                "ledger --server oracle | mariadb, mysql or both, not oracle",
                "ledger --quick --quick | --quick is given twice",
            })
    void namesWhatIsWrong(String commandLine, String message) {
        String[] arguments = commandLine.isEmpty() ? new String[0] : commandLine.split(" ", -1);

        assertThatThrownBy(() -> Options.parse(arguments))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining(message);
    }
}
