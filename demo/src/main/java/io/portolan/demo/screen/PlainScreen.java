package io.portolan.demo.screen;

import io.portolan.demo.shop.TrackedOrder;
import io.portolan.demo.shop.TrackedOrder.State;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row for each change, for files and pipes. */
final class PlainScreen extends Screen {
    private final PrintStream out;
    private final Map<String, String> shown = new HashMap<>();

    PlainScreen(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void say(String message) {
        out.println(message);
        out.flush();
    }

    @Override
    public synchronized void show(List<TrackedOrder> orders) {
        orders.stream()
                .filter(tracked -> !(tracked.state() instanceof State.Sending))
                .forEach(tracked -> {
                    String row = OrderTable.formatOrder(tracked);
                    if (!row.equals(shown.put(tracked.order().reference(), row))) {
                        out.println(row);
                    }
                });
        out.flush();
    }

    @Override
    public void finish() {}
}
