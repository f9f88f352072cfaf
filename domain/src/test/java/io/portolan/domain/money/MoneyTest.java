package io.portolan.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"JPY, 7200, 7200", "USD, 7200.05, 720005", "KWD, 7200.005, 7200005", "USD, -0.01, -1", "KWD, 1, 1000"})
    void readsAndWritesDecimalsOfTheCurrency(String code, String decimal, long minorUnits) {
        Money money = Money.parse(Currency.of(code), decimal);

        assertThat(money.minorUnits()).isEqualTo(minorUnits);
        assertThat(money.toDecimal()).isEqualByComparingTo(new BigDecimal(decimal));
        assertThat(money.toDecimal().scale()).isEqualTo(money.currency().exponent());
    }

    @ParameterizedTest
    @CsvSource({
        "JPY, 1.5",
        "USD, 1.005",
        "USD, 1e3",
        "USD, ''",
        "USD, .5",
        "USD, 9999999999999999",
        "USD, +1",
        "USD, 1.0.0"
    })
    void rejectsWhatIsNotAnExactAmountOfTheCurrency(String code, String decimal) {
        assertThatThrownBy(() -> Money.parse(Currency.of(code), decimal)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverMixesCurrencies() {
        Money yen = Money.of(Currency.of("JPY"), 1);
        Money dollars = Money.of(Currency.of("USD"), 1);

        assertThatThrownBy(() -> yen.plus(dollars)).hasMessage("cannot mix JPY and USD");
        assertThatThrownBy(() -> yen.compareTo(dollars)).hasMessage("cannot mix JPY and USD");
    }

    @Test
    void rejectsToOverflow() {
        Money most = Money.of(Currency.of("USD"), Long.MAX_VALUE);
        Money cent = Money.of(Currency.of("USD"), 1);

        assertThatThrownBy(() -> most.plus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of(Currency.of("USD"), Long.MIN_VALUE).negated())
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNY", "USD", "EUR", "GBP"})
    void mostCurrenciesHaveTwoDecimals(String code) {
        assertThat(Currency.of(code).exponent()).isEqualTo(2);
    }

    @Test
    void thePinnedTableKnowsNoneTwoAndThreeDecimals() {
        assertThat(Currency.of("JPY").exponent()).isZero();
        assertThat(Currency.of("KWD").exponent()).isEqualTo(3);
        assertThat(Currency.find("XXX")).isEmpty();
        assertThat(Currency.find("usd")).isEmpty();
        assertThat(Currency.all()).hasSizeGreaterThan(150);
    }

    /** The runtime's table is another source of the same standard: a misprint in ours shows here. */
    @Test
    void thePinnedTableAgreesWithTheRuntimeWhereBothKnowACurrency() {
        java.util.Currency.getAvailableCurrencies().stream()
                .filter(known -> Currency.find(known.getCurrencyCode()).isPresent())
                .forEach(
                        known -> assertThat(Currency.of(known.getCurrencyCode()).exponent())
                                .as(known.getCurrencyCode())
                                .isEqualTo(known.getDefaultFractionDigits()));
    }
}
