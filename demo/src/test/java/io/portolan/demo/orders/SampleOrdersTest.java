package io.portolan.demo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.party.Party;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that the demo sends shows everything that the simulators can do (docs/protocols.md, test scenarios). */
class SampleOrdersTest {
    private static final List<String> ACCOUNT_ENDS =
            IntStream.rangeClosed(1, 12).mapToObj("%04d"::formatted).toList();

    private final List<DemoOrder> orders = read();

    @Test
    void coversFiveCorridorsInBothDirections() {
        assertThat(orders.stream()
                        .map(order -> order.source().currency() + "/" + order.destination())
                        .collect(Collectors.toSet()))
                .contains("CNY/USD", "USD/CNY", "CNY/EUR", "CNY/JPY", "CNY/KWD");
    }

    @Test
    void usesEveryScenarioOfABuyersAndOfASellersAccount() {
        assertThat(ends(DemoOrder::payer)).containsAll(ACCOUNT_ENDS);
        assertThat(ends(DemoOrder::payee)).containsAll(ACCOUNT_ENDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOPUP-REJECT",
                "TOPUP-LOST",
                "TOPUP-NEVER",
                "TOPUP-SLOW",
                "FX-REJECT",
                "FX-LATE-REJECT",
                "FX-SLOW",
                "FX-LOST",
                "FX-NEVER",
                "FX-EXPIRED",
                "FX-MOVED",
                "FX-EARLY-CALLBACK",
                "FX-TRIPLE-CALLBACK"
            })
    void usesEveryScenarioOfAReference(String word) {
        assertThat(orders).anyMatch(order -> order.reference().contains(word));
    }

    @Test
    void everyOrderSaysHowItShouldEnd() {
        assertThat(orders).noneMatch(order -> order.expectation().status() == null);
    }

    private List<String> ends(Function<DemoOrder, Party> party) {
        return orders.stream()
                .map(order -> party.apply(order).account().number())
                .map(number -> number.substring(number.length() - 4))
                .toList();
    }

    private static List<DemoOrder> read() {
        try {
            return OrderFile.read(Path.of("../samples/orders.csv"));
        } catch (OrderFileRejected rejected) {
            throw new AssertionError(rejected.errors().toString(), rejected);
        }
    }
}
