package io.portolan.demo.screen;

import io.portolan.demo.shop.TrackedOrder;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** A terminal on which one table is drawn over and over. What does not fit is left out: first the orders that are done. */
final class LiveScreen extends Screen {
    private static final String ESCAPE = "\u001B[";
    private static final int USUAL_ROWS = 24;
    private static final int USUAL_COLUMNS = 120;
    /** The header, the row below the table, and the cursor's. */
    private static final int OTHER_ROWS = 3;

    private final PrintStream out;
    private final int rows;
    private final int columns;
    private List<String> drawn = List.of();

    LiveScreen(PrintStream out, int rows, int columns) {
        this.out = out;
        this.rows = rows;
        this.columns = columns;
    }

    /** The launcher passes on the terminal's size. */
    static LiveScreen ofTerminal(PrintStream out) {
        return new LiveScreen(out, sizeOr("LINES", USUAL_ROWS), sizeOr("COLUMNS", USUAL_COLUMNS));
    }

    @Override
    public synchronized void say(String message) {
        List<String> table = drawn;
        erase();
        out.println(message);
        draw(table);
    }

    @Override
    public synchronized void show(List<TrackedOrder> orders) {
        long done = orders.stream().filter(TrackedOrder::isDone).count();
        String summary = "%d of %d done".formatted(done, orders.size());
        List<TrackedOrder> fitting = orders.size() + OTHER_ROWS <= rows ? orders : pending(orders);
        List<String> table = Stream.concat(OrderTable.format(fitting).stream(), Stream.of(summary))
                .map(row -> row.length() < columns ? row : row.substring(0, columns - 1))
                .toList();
        if (!table.equals(drawn)) {
            erase();
            draw(table);
        }
    }

    @Override
    public synchronized void finish() {
        erase();
        drawn = List.of();
        out.flush();
    }

    private List<TrackedOrder> pending(List<TrackedOrder> orders) {
        return orders.stream()
                .filter(tracked -> !tracked.isDone())
                .limit(Math.max(1, rows - OTHER_ROWS))
                .toList();
    }

    private void erase() {
        if (!drawn.isEmpty()) {
            out.print(ESCAPE + drawn.size() + "A" + ESCAPE + "J");
        }
    }

    private void draw(List<String> table) {
        table.forEach(out::println);
        out.flush();
        drawn = table;
    }

    private static int sizeOr(String variable, int usual) {
        String size = System.getenv().getOrDefault(variable, "");
        return size.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(size) : usual;
    }
}
