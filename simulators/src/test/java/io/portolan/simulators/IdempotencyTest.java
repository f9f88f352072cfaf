package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.testing.Response;
import io.portolan.simulators.testing.SimulatorExtension;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyTest {

    private static final int CONCURRENT_REQUESTS = 24;

    @RegisterExtension
    static final SimulatorExtension simulators = new SimulatorExtension();

    private final String key = SimulatorExtension.newKey();

    @Test
    void movesOnceHoweverManyCollectionsComeAtOnce() {
        var bank = simulators.domestic();

        var statuses = sendConcurrently(() -> bank.collect(key, "5.00", "622299"));

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 200);
        bank.await(key, "BOOKED");
        assertThat(count(bank.statement("B-CNY").body())).isEqualTo(1);
    }

    @Test
    void movesOnceHoweverManyPayoutsComeAtOnce() {
        var bank = simulators.international();

        var statuses = sendConcurrently(() -> bank.pay(key, "5.00", "990099"));

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 200);
        bank.await(key, "ACSC");
        assertThat(count(bank.statement("D-USD").body())).isEqualTo(1);
    }

    @Test
    void tradesOnceHoweverManyTradesComeAtOnce() {
        var dealer = simulators.dealer();
        var quote = dealer.quoteId("");

        var statuses = sendConcurrently(() -> dealer.trade(key, quote, ""));

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 200);
        dealer.await(key, "executed");
        assertThat(count(simulators.international().statement("D-USD").body())).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfTheCounterpartiesApart() {
        simulators.domestic().collect(key, "5.00", "622299");

        assertThat(simulators.international().pay(key, "5.00", "990099").status())
                .isEqualTo(202);
    }

    private int count(String statement) {
        return (statement.length() - statement.replace(key, "").length()) / key.length();
    }

    private static List<Integer> sendConcurrently(Supplier<Response> request) {
        try (var threads = Executors.newFixedThreadPool(CONCURRENT_REQUESTS)) {
            Callable<Integer> call = () -> request.get().status();
            return threads
                    .invokeAll(Stream.generate(() -> call)
                            .limit(CONCURRENT_REQUESTS)
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
