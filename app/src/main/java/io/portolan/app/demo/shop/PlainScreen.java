package io.portolan.app.demo.shop;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A line for each change, for files and pipes. */
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
    synchronized void show(List<TrackedOrder> orders) {
        orders.stream()
                .filter(sent -> sent.payment() != null || sent.rejection() != null)
                .forEach(sent -> {
                    String line = OrderTable.formatOrder(sent);
                    if (!line.equals(shown.put(sent.order().reference(), line))) {
                        out.println(line);
                    }
                });
        out.flush();
    }

    @Override
    public void finish() {}
}
