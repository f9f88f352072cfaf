package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @TempDir
    static Path folder;

    @Test
    void readsTheDocumentedExample() throws InvalidOption {
        var options = parse("--callback-url http://127.0.0.1:8080 --book-after 200ms --settle-after 1s"
                + " --opening-balances B-CNY=1000000.00,D-JPY=5000,D-KWD=1.250");

        assertThat(options.port()).isEqualTo(7070);
        assertThat(options.settings())
                .containsEntry("callbackUrl", "http://127.0.0.1:8080")
                .containsEntry("bookAfterMillis", "200")
                .containsEntry("settleAfterMillis", "1000");
        assertThat(options.openingBalances())
                .containsEntry("B-CNY", 100_000_000L)
                .containsEntry("D-JPY", 5_000L)
                .containsEntry("D-KWD", 1_250L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--unknown 1",
                "--book-after",
                "--book-after 1",
                "--book-after 1h",
                "--book-after -1s",
                "--settle-after 999999999m",
                "--callback-url nowhere",
                "--callback-url ftp://a/",
                "--opening-balances X-CNY=1.00",
                "--opening-balances B-CNY",
                "--opening-balances B-CNY=1",
                "--opening-balances D-JPY=1.00",
                "--opening-balances DEALER-CNY=1.00",
                "--port 1"
            })
    void rejectsWhatItDoesNotUnderstand(String more) {
        assertThatExceptionOfType(InvalidOption.class).isThrownBy(() -> parse(more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--port 7070", "--store a.db", "--port 65536 --store a.db", "--port x --store a.db"})
    void requiresAPortAndAStore(String all) {
        assertThatExceptionOfType(InvalidOption.class)
                .isThrownBy(() -> Options.parse(all.isEmpty() ? new String[0] : all.split(" ", -1)));
    }

    @Test
    void requiresTheStoresFolderToExist() {
        assertThatExceptionOfType(InvalidOption.class)
                .isThrownBy(() -> Options.parse(
                        "--port",
                        "0",
                        "--store",
                        folder.resolve("missing/sim.db").toString()));
        assertThatExceptionOfType(InvalidOption.class)
                .isThrownBy(() -> Options.parse("--port", "0", "--store", folder.toString()));
    }

    @Test
    void overridesTheDevelopmentCredentialsWithTheFiles() throws Exception {
        var file = Files.writeString(folder.resolve("credentials.properties"), "dealer.secret=other\n");

        var credentials = parse("--credentials " + file).credentials();

        assertThat(credentials.dealerSecret()).isEqualTo("other");
        assertThat(credentials.domesticSecret()).isEqualTo("domestic-demo-secret");
        assertThatExceptionOfType(InvalidOption.class)
                .isThrownBy(() -> parse("--credentials " + file + ".missing").credentials());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dealer.secret=", "international.client-public-key=AAAA", "international.bank-private-key=?"})
    void rejectsAnInvalidKey(String line) throws Exception {
        var file = Files.writeString(folder.resolve("wrong.properties"), line);

        assertThatExceptionOfType(InvalidOption.class)
                .isThrownBy(() -> parse("--credentials " + file).credentials());
    }

    private static Options parse(String more) throws InvalidOption {
        var store = folder.resolve("sim.db");
        return Options.parse(
                ("--port 7070 --store " + store + " " + more).strip().split(" ", -1));
    }
}
