package io.portolan.domain.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.SamplePayments;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorridorTest {
    @ParameterizedTest
    @CsvSource({"720000, 3600", "1, 0", "100, 1", "99, 0", "999999999999999, 5000000000000"})
    void theFeeIsRoundedHalfUp(long source, long fee) {
        assertThat(corridor("CNY", 50).feeOf(money("CNY", source))).isEqualTo(money("CNY", fee));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSourceForANetAmountIsTheSmallestThatLeavesItAfterTheFee(long seed) {
        Random random = new Random(seed);
        String code = new String[] {"JPY", "USD", "KWD"}[random.nextInt(3)];
        Corridor corridor = corridor(code, random.nextInt(1_001));
        Money net = money(code, 1 + random.nextLong(100_000_000_000L));

        Money source = corridor.sourceFor(net);

        Money less = source.minus(money(code, 1));
        assertThat(source.minus(corridor.feeOf(source))).isGreaterThanOrEqualTo(net);
        assertThat(less.minus(corridor.feeOf(less))).isLessThan(net);
    }

    @Test
    void aPairHasOneCorridor() {
        assertThatThrownBy(() -> new Corridors(List.of(corridor("CNY", 50), corridor("CNY", 60))))
                .hasMessage("a currency pair has one corridor");
        assertThat(new Corridors(List.of(corridor("CNY", 50))).find(CurrencyPair.of("CNY", "USD")))
                .isEmpty();
    }

    private static Corridor corridor(String source, int basisPoints) {
        Currency from = Currency.of(source);
        Currency to = Currency.of("EUR");
        Route route = new Route(
                FundingMode.PASS_THROUGH,
                LossBearer.HOUSE,
                UnwindPolicy.SELL_BACK,
                new NostroAccount("B", "B-" + source, from),
                new NostroAccount("D", "D-" + source, from),
                new NostroAccount("D", "D-EUR", to),
                List.of("dealer"),
                SamplePayments.LIMITS);
        return new Corridor(
                new CurrencyPair(from, to),
                money(source, 1),
                money(source, 1_000_000),
                basisPoints,
                route,
                Duration.ofHours(1));
    }

    private static Money money(String code, long units) {
        return Money.of(Currency.of(code), units);
    }
}
