package io.portolan.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JPY | 2118931 | 2,118,931 JPY",
                "USD | 99450   | 994.50 USD",
                "KWD | 1055943 | 1,055.943 KWD",
                "CNY | -5      | \u22120.05 CNY",
                "USD | 0       | 0.00 USD",
                "CNY | 999999999999999 | 9,999,999,999,999.99 CNY"
            })
    void amountsHaveTheDecimalsOfTheirCurrencyAndGroups(String currency, long units, String text) {
        assertThat(AmountText.format(new Money(Currency.of(currency), units))).isEqualTo(text);
    }

    @Test
    void signedAmountsShowTheirSign() {
        Currency cny = Currency.of("CNY");

        assertThat(AmountText.ofSigned(new Money(cny, 4612)).digits()).isEqualTo("+46.12");
        assertThat(AmountText.ofSigned(new Money(cny, -4612)).digits()).isEqualTo("\u221246.12");
        assertThat(AmountText.ofSigned(Money.zero(cny)).digits()).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "340, 340 ms",
        "8250, 8.2 s",
        "59000, 59 s",
        "180000, 3 min",
        "4800000, 1 h 20 min",
        "7200000, 2 h",
        "187200000, 2 d 4 h",
        "-5, 0 ms"
    })
    void durationsShowTheirTwoLargestUnits(long millis, String text) {
        assertThat(DurationText.format(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void timestampsShowUtcAndTheirAge() {
        Timestamp past = new Timestamp(Instant.parse("2026-11-21T09:44:46.123456Z"), NOON);
        Timestamp ahead = new Timestamp(NOON.plusSeconds(7_200), NOON);

        assertThat(past.full()).isEqualTo("21 Nov 2026 09:44:46 UTC");
        assertThat(past.iso()).isEqualTo("2026-11-21T09:44:46.123Z");
        assertThat(past.age()).isEqualTo("2 h 15 min ago");
        assertThat(ahead.age()).isEqualTo("in 2 h");
        assertThat(new Timestamp(NOON, NOON).age()).isEqualTo("now");
    }
}
