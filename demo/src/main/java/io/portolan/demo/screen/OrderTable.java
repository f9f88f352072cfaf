package io.portolan.demo.screen;

import io.portolan.demo.shop.PaymentView;
import io.portolan.demo.shop.PaymentView.LegView;
import io.portolan.demo.shop.TrackedOrder;
import io.portolan.demo.shop.TrackedOrder.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Orders as rows of text in columns: amounts, status and reason, and of each leg what the bank says and what has moved. */
final class OrderTable {
    private static final List<String> HEADERS =
            List.of("order", "source", "destination", "status", "reason", "collection", "conversion", "payout", "");
    private static final int FIRST_LEG = 5;
    private static final int LEGS = 3;
    private static final String NOTHING = "-";

    private OrderTable() {}

    /** A header and a row for each order. */
    static List<String> format(List<TrackedOrder> orders) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADERS);
        orders.forEach(tracked -> rows.add(cells(tracked)));
        return alignColumns(rows);
    }

    /** One order in one row, for where nothing can be drawn again. */
    static String formatOrder(TrackedOrder tracked) {
        List<String> cells = cells(tracked);
        var text =
                new StringBuilder("%s  %s -> %s  %s".formatted(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
        if (!cells.get(4).equals(NOTHING)) {
            text.append(" (").append(cells.get(4)).append(')');
        }
        for (int leg = FIRST_LEG; leg < FIRST_LEG + LEGS; leg++) {
            if (!cells.get(leg).equals(NOTHING)) {
                text.append("  ").append(HEADERS.get(leg)).append(' ').append(cells.get(leg));
            }
        }
        return text.toString();
    }

    /** Rows with every column as wide as its widest cell. */
    static List<String> alignColumns(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> {
                    var text = new StringBuilder();
                    for (int column = 0; column < widths.length; column++) {
                        String cell = row.get(column);
                        text.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
                    }
                    return text.toString().stripTrailing();
                })
                .toList();
    }

    private static List<String> cells(TrackedOrder tracked) {
        List<String> cells = new ArrayList<>();
        cells.add(tracked.order().reference());
        PaymentView payment = tracked.payment();
        if (payment == null) {
            cells.addAll(List.of(
                    tracked.order().source().toString(),
                    "? " + tracked.order().destination(),
                    status(tracked.state()),
                    NOTHING));
            cells.addAll(List.of(NOTHING, NOTHING, NOTHING));
        } else {
            String reason = payment.reason();
            cells.addAll(List.of(
                    payment.source().toString(),
                    payment.destination().toString(),
                    payment.status(),
                    reason == null ? NOTHING : reason));
            payment.legs().forEach(leg -> cells.add(legStatus(leg)));
        }
        cells.add(comparison(tracked));
        return cells;
    }

    private static String status(State state) {
        return switch (state) {
            case State.Sending _ -> "sending";
            case State.Rejected _ -> "rejected";
            case State.Unknown _ -> "unknown";
            case State.Accepted(PaymentView payment) -> payment.status();
        };
    }

    private static String legStatus(LegView leg) {
        if (leg.bookingStatus().isEmpty()) {
            return NOTHING;
        }
        return leg.settlementStatus().isEmpty() || leg.settlementStatus().equals("unsettled")
                ? leg.bookingStatus()
                : leg.bookingStatus() + "+" + leg.settlementStatus();
    }

    private static String comparison(TrackedOrder tracked) {
        if (!tracked.isDone()) {
            return "";
        }
        return tracked.isAsExpected() ? "ok" : "NOT AS EXPECTED";
    }
}
