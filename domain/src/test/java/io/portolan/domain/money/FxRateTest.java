package io.portolan.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FxRateTest {
    @ParameterizedTest
    @CsvSource({
        "USD, 0.13882, 716400, 99450",
        "JPY, 20.51, 716400, 146933",
        "KWD, 0.04271, 716400, 305974",
    })
    void whatIsBoughtIsRoundedDown(String code, String rate, long sold, long bought) {
        assertThat(rate(code, rate).convert(yuan(sold))).isEqualTo(Money.of(Currency.of(code), bought));
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 0.13882, 99450, 716396",
        "JPY, 20.51, 146933, 716397",
        "KWD, 0.04271, 305974, 716399",
    })
    void whatHasToBeSoldIsRoundedUp(String code, String rate, long bought, long sold) {
        assertThat(rate(code, rate).sourceFor(Money.of(Currency.of(code), bought)))
                .isEqualTo(yuan(sold));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSourceForAnAmountBuysAtLeastThatAmountAndOneUnitLessDoesNot(long seed) {
        Random random = new Random(seed);
        String code = new String[] {"USD", "JPY", "KWD"}[random.nextInt(3)];
        FxRate rate =
                rate(code, BigDecimal.valueOf(1 + random.nextLong(900_000), 5).toPlainString());
        Money wanted = Money.of(Currency.of(code), 1 + random.nextLong(1_000_000_000));

        Money source = rate.sourceFor(wanted);

        assertThat(rate.convert(source)).isGreaterThanOrEqualTo(wanted);
        assertThat(rate.convert(source.minus(yuan(1)))).isLessThan(wanted);
    }

    @Test
    void rejectsAnotherCurrencyAndARateThatIsNotPositive() {
        assertThatThrownBy(() -> rate("USD", "0.13").convert(Money.of(Currency.of("USD"), 1)))
                .hasMessage("the rate takes CNY, not USD");
        assertThatThrownBy(() -> rate("USD", "0")).hasMessage("a rate is positive, not 0");
        assertThatThrownBy(() -> rate("USD", "0.12345678901")).hasMessageContaining("at most 10 decimals");
        assertThatThrownBy(() -> CurrencyPair.of("USD", "USD")).hasMessageContaining("two currencies");
    }

    private static FxRate rate(String code, String value) {
        return new FxRate(CurrencyPair.of("CNY", code), new BigDecimal(value));
    }

    private static Money yuan(long fen) {
        return Money.of(Currency.of("CNY"), fen);
    }
}
