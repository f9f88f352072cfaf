package io.portolan.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashingTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:05:00.000001Z, 2026-11-21 09:05:00.000001",
        "1970-01-01T00:00:00Z, 1970-01-01 00:00:00.000000",
        "2026-12-31T23:59:59.999999Z, 2026-12-31 23:59:59.999999",
        "2026-02-03T04:05:06.070809Z, 2026-02-03 04:05:06.070809"
    })
    void writesTimesAsTheDatabaseDoes(Instant at, String text) {
        assertThat(Hashing.utcText(at)).isEqualTo(text);
    }

    /** The three letters are the first example of FIPS 180-4. */
    @Test
    void hashesAsTheStandardSays() {
        assertThat(Hashing.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
