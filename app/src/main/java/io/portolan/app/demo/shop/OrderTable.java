package io.portolan.app.demo.shop;

import io.portolan.app.demo.shop.PaymentView.LegView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Orders as lines of text in columns: amounts, status and reason, and of each leg what the bank says and what has moved. */
final class OrderTable {
    private static final List<String> HEADERS =
            List.of("order", "pays", "gets", "status", "reason", "collection", "conversion", "payout", "");
    private static final int FIRST_LEG = 5;
    private static final int LEGS = 3;
    private static final String NOTHING = "-";

    private OrderTable() {}

    /** A header and a line for each order. */
    static List<String> format(List<TrackedOrder> orders) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADERS);
        orders.forEach(sent -> rows.add(cells(sent)));
        return alignColumns(rows);
    }

    /** One order in one line, for where nothing can be drawn again. */
    static String formatOrder(TrackedOrder sent) {
        List<String> cells = cells(sent);
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
                    var line = new StringBuilder();
                    for (int column = 0; column < widths.length; column++) {
                        String cell = row.get(column);
                        line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }

    private static List<String> cells(TrackedOrder sent) {
        List<String> cells = new ArrayList<>();
        cells.add(sent.order().reference());
        PaymentView payment = sent.payment();
        if (payment == null) {
            String status = sent.rejection() == null ? "sending" : "refused";
            cells.addAll(List.of(
                    sent.order().source().toString(), "? " + sent.order().destination(), status, NOTHING));
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
        cells.add(comparison(sent));
        return cells;
    }

    private static String legStatus(LegView leg) {
        if (leg.bookingStatus().isEmpty()) {
            return NOTHING;
        }
        return leg.settlementStatus().isEmpty() || leg.settlementStatus().equals("unsettled")
                ? leg.bookingStatus()
                : leg.bookingStatus() + "+" + leg.settlementStatus();
    }

    private static String comparison(TrackedOrder sent) {
        if (!sent.isDone()) {
            return "";
        }
        return sent.isAsExpected() ? "ok" : "NOT AS EXPECTED";
    }
}
