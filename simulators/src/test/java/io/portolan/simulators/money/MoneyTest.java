package io.portolan.simulators.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"JPY,149251,149251", "USD,994.50,99450", "KWD,304.125,304125", "CNY,0.01,1", "JPY,0,0"})
    void readsAndWritesExactlyTheCurrencysDecimals(Currency currency, String decimal, long minorUnits) {
        var money = Money.parse(decimal, currency).orElseThrow();

        assertThat(money.minorUnits()).isEqualTo(minorUnits);
        assertThat(money.decimal()).isEqualTo(decimal);
    }

    @ParameterizedTest
    @CsvSource({"JPY,1.0", "USD,1.5", "USD,1", "KWD,1.50", "USD,.50", "USD,1.", "USD,9999999999999999.99", "USD,''"})
    void readsNothingElse(Currency currency, String decimal) {
        assertThat(Money.parse(decimal, currency)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"JPY,199,1", "USD,10099,100", "KWD,99,0"})
    void roundsAPercentageDown(Currency currency, long amount, long percent) {
        assertThat(new Money(currency, amount).percent(1).minorUnits()).isEqualTo(percent);
    }

    @Test
    void neverOverflowsOrMixesCurrencies() {
        var most = new Money(Currency.USD, Long.MAX_VALUE);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.percent(2));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Currency.USD, Long.MIN_VALUE).minus(most));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> most.minus(new Money(Currency.JPY, 1)));
    }
}
