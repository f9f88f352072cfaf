package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyTest {

    private static final int AT_ONCE = 24;

    @RegisterExtension
    static final Outside outside = new Outside();

    private final String key = Outside.newKey();

    @Test
    void movesOnceHoweverManyCollectionsComeAtOnce() {
        var bank = outside.domestic();

        var statuses = atOnce(() -> bank.collect(key, "5.00", "622299"));

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 200);
        bank.await(key, "BOOKED");
        assertThat(count(bank.statement("B-CNY").body())).isEqualTo(1);
    }

    @Test
    void movesOnceHoweverManyPayoutsComeAtOnce() {
        var bank = outside.international();

        var statuses = atOnce(() -> bank.pay(key, "5.00", "990099"));

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 200);
        bank.await(key, "ACSC");
        assertThat(count(bank.statement("D-USD").body())).isEqualTo(1);
    }

    @Test
    void tradesOnceHoweverManyTradesComeAtOnce() {
        var dealer = outside.dealer();
        var quote = dealer.quoteId("");

        var statuses = atOnce(() -> dealer.trade(key, quote, ""));

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 200);
        dealer.await(key, "executed");
        assertThat(count(outside.international().statement("D-USD").body())).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfTheCounterpartiesApart() {
        outside.domestic().collect(key, "5.00", "622299");

        assertThat(outside.international().pay(key, "5.00", "990099").status()).isEqualTo(202);
    }

    private int count(String statement) {
        return (statement.length() - statement.replace(key, "").length()) / key.length();
    }

    private static List<Integer> atOnce(Supplier<Answer> request) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Integer> call = () -> request.get().status();
            return threads.invokeAll(Stream.generate(() -> call).limit(AT_ONCE).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
