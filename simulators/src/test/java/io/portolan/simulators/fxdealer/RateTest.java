package io.portolan.simulators.fxdealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateTest {

    static Stream<CurrencyPair> pairs() {
        return Stream.of(Currency.values())
                .flatMap(sell -> Stream.of(Currency.values())
                        .filter(buy -> buy != sell)
                        .map(buy -> new CurrencyPair(sell, buy)));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void servesEveryPairWithAtMostTenDecimals(CurrencyPair pair) {
        var rate = rate(pair);

        assertThat(rate.customer()).isLessThan(rate.mid());
        assertThat(rate.customer().scale()).isLessThanOrEqualTo(10);
        assertThat(Rate.afterAdverseMove(rate.mid()).scale()).isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void takesASpreadOfAboutFiveBasisPoints(CurrencyPair pair) {
        var rate = rate(pair);

        assertThat(rate.customer()).isGreaterThan(rate.mid().multiply(new BigDecimal("0.9994")));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void letsNobodyGainByARoundTrip(CurrencyPair pair) {
        var from = pair.buy();
        var to = pair.sell();
        var back = rate(new CurrencyPair(from, to));

        assertThat(rate(pair).customer().multiply(back.customer())).isLessThan(BigDecimal.ONE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverGivesMoreThanTheRateWhicheverAmountIsGiven(long seed) {
        var random = new Random(seed);
        for (var pair : pairs().toList()) {
            var rate = rate(pair);
            var wanted = new Money(pair.buy(), 1 + random.nextLong(1_000_000_000));

            var sold = rate.sellAmount(wanted, pair.sell()).orElseThrow();
            var bought = rate.buyAmount(sold, pair.buy()).orElseThrow();
            var oneLess = rate.buyAmount(new Money(pair.sell(), sold.minorUnits() - 1), pair.buy());

            assertThat(bought.minorUnits()).isGreaterThanOrEqualTo(wanted.minorUnits());
            assertThat(oneLess.map(Money::minorUnits).orElse(0L)).isLessThan(wanted.minorUnits());
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isSlightlyWorseAtTheSecondDealer(CurrencyPair pair) {
        var second = rate(pair, Dealer.SECOND).customer();

        assertThat(second)
                .isLessThan(rate(pair).customer())
                .isGreaterThan(rate(pair).mid().multiply(new BigDecimal("0.9988")));
    }

    private static Rate rate(CurrencyPair pair, Dealer dealer) {
        return MidRates.of(pair).map(mid -> Rate.ofMid(mid, dealer)).orElseThrow();
    }

    private static Rate rate(CurrencyPair pair) {
        return rate(pair, Dealer.FIRST);
    }
}
