package io.portolan.app.demo.shop;

import io.portolan.app.demo.orders.DemoOrder;
import java.util.ArrayList;
import java.util.List;

/** How the orders of a run ended: as text for people, and whether each ended as the file says. */
public record Report(List<String> text, boolean isAsExpected) {
    public Report {
        text = List.copyOf(text);
    }

    static Report of(List<TrackedOrder> orders) {
        List<String> mismatches = orders.stream()
                .filter(sent -> !sent.isAsExpected())
                .map(Report::mismatch)
                .toList();
        List<String> lines = new ArrayList<>(OrderTable.format(orders));
        lines.add("");
        lines.addAll(Totals.format(orders));
        lines.add("");
        lines.add(
                mismatches.isEmpty()
                        ? "Every order ended as the file says."
                        : mismatches.size() + " of " + orders.size() + " orders did not end as the file says:");
        lines.addAll(mismatches);
        return new Report(lines, mismatches.isEmpty());
    }

    private static String mismatch(TrackedOrder sent) {
        DemoOrder order = sent.order();
        String expected =
                order.expectation().isEmpty() ? "an end" : order.expectation().toString();
        return "  %s (line %d): expected %s, but %s"
                .formatted(order.reference(), order.lineNumber(), expected, actual(sent));
    }

    private static String actual(TrackedOrder sent) {
        String refusal = sent.rejection();
        if (refusal != null) {
            return refusal;
        }
        PaymentView payment = sent.payment();
        if (payment == null) {
            return "it was not sent in time";
        }
        String reason = payment.reason() == null ? "" : " (" + payment.reason() + ")";
        return payment.id() + " is " + payment.status() + reason;
    }
}
