package io.portolan.app.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadKeyTest {
    @TempDir
    private Path data;

    @Test
    void isMadeOnceAndKeptForItsOwnerOnly() throws Exception {
        byte[] first = PayloadKey.loadOrCreate("", data).getEncoded();

        assertThat(PayloadKey.loadOrCreate("", data).getEncoded())
                .isEqualTo(first)
                .hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("payload-key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).as("no draft is left").hasSize(1);
        }
    }

    @Test
    void isTheConfiguredOneWhereThereIsOne() {
        byte[] configured = new byte[32];

        assertThat(PayloadKey.loadOrCreate(Base64.getEncoder().encodeToString(configured), data)
                        .getEncoded())
                .isEqualTo(configured);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void rejectsAnotherLength() {
        assertThatThrownBy(() -> PayloadKey.loadOrCreate(Base64.getEncoder().encodeToString(new byte[16]), data))
                .hasMessage("portolan.temporal.payload-key must be 256 bits in Base64, not 128");
    }
}
