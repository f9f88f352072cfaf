package io.portolan.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.demo.shop.Examples;
import io.portolan.demo.shop.TrackedOrder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final String UP = "\u001B[";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final TrackedOrder sending = TrackedOrder.unsent(Examples.order("ORD-1", "completed", null));
    private final TrackedOrder completed = sending.withPayment(Examples.completed());

    @Test
    void withoutATerminalEachChangeIsARow() {
        var screen = new PlainScreen(out);

        screen.show(List.of(sending));
        screen.show(List.of(completed));
        screen.show(List.of(completed));
        screen.say("app has stopped; restarting it");

        assertThat(text().lines())
                .containsExactly(
                        "ORD-1  7200.00 CNY -> 994.50 USD  completed  collection booked+settled  conversion booked+settled"
                                + "  payout booked+settled",
                        "app has stopped; restarting it");
    }

    @Test
    void aTerminalIsDrawnAgainInPlaceAndOnlyWhenSomethingChanged() {
        var screen = new LiveScreen(out, 24, 200);

        screen.show(List.of(sending));
        screen.show(List.of(sending));
        screen.show(List.of(completed));

        assertThat(text()).containsOnlyOnce(UP + "3A" + UP + "J").endsWith("1 of 1 done" + System.lineSeparator());
    }

    @Test
    void aMessageStaysAboveTheTable() {
        var screen = new LiveScreen(out, 24, 200);

        screen.show(List.of(sending));
        screen.say("app has stopped; restarting it");

        assertThat(text().lines().toList().reversed().subList(0, 4))
                .element(3)
                .asString()
                .endsWith("app has stopped; restarting it");
    }

    @Test
    void whatDoesNotFitIsLeftOutTheDoneOrdersFirst() {
        var screen = new LiveScreen(out, 10, 60);
        List<TrackedOrder> many = IntStream.range(0, 40)
                .mapToObj(i -> TrackedOrder.unsent(Examples.order("ORD-" + i, "completed", null)))
                .map(tracked ->
                        tracked.order().reference().endsWith("9") ? tracked : tracked.withPayment(Examples.completed()))
                .toList();

        screen.show(many);

        assertThat(text().lines())
                .hasSizeLessThan(10)
                .allMatch(line -> line.length() < 60)
                .anyMatch(line -> line.startsWith("ORD-39"))
                .noneMatch(line -> line.startsWith("ORD-1 "));
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
