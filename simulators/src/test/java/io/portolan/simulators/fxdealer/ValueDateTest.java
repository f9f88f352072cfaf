package io.portolan.simulators.fxdealer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T10:00:00Z,2026-11-18",
        "2026-11-19T23:59:59Z,2026-11-23",
        "2026-11-20T10:00:00Z,2026-11-24",
        "2026-11-21T10:00:00Z,2026-11-24",
        "2026-11-22T10:00:00Z,2026-11-24"
    })
    void isTwoWorkingDaysAfterTheTrade(Instant tradedAt, LocalDate date) {
        assertThat(ValueDate.spot(tradedAt)).isEqualTo(date);
    }
}
