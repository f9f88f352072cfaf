package io.portolan.demo.screen;

import io.portolan.demo.orders.DemoOrder;
import io.portolan.demo.shop.PaymentView;
import io.portolan.demo.shop.TrackedOrder;
import io.portolan.demo.shop.TrackedOrder.State;
import java.util.ArrayList;
import java.util.List;

/** How the orders of a run ended: as text for people, and whether each ended as expected. */
public record Report(List<String> text, boolean isAsExpected) {
    public Report {
        text = List.copyOf(text);
    }

    public static Report of(List<TrackedOrder> orders) {
        List<String> mismatches = orders.stream()
                .filter(tracked -> !tracked.isAsExpected())
                .map(Report::mismatch)
                .toList();
        List<String> lines = new ArrayList<>(OrderTable.format(orders));
        lines.add("");
        lines.addAll(Totals.format(orders));
        lines.add("");
        lines.add(
                mismatches.isEmpty()
                        ? "Every order ended as expected."
                        : mismatches.size() + " of " + orders.size() + " orders did not end as expected:");
        lines.addAll(mismatches);
        return new Report(lines, mismatches.isEmpty());
    }

    private static String mismatch(TrackedOrder tracked) {
        DemoOrder order = tracked.order();
        String expected = order.expectation().isEmpty()
                ? "a final status"
                : order.expectation().toString();
        return "  %s (line %d): expected %s, but %s"
                .formatted(order.reference(), order.lineNumber(), expected, actual(tracked));
    }

    private static String actual(TrackedOrder tracked) {
        return switch (tracked.state()) {
            case State.Sending _ -> "it was not sent in time";
            case State.Rejected(String message) -> message;
            case State.Unknown(String message) -> "it is unknown whether the API has it: " + message;
            case State.Accepted(PaymentView payment) -> describe(payment);
        };
    }

    private static String describe(PaymentView payment) {
        String reason = payment.reason() == null ? "" : " (" + payment.reason() + ")";
        return payment.id() + " is " + payment.status() + reason;
    }
}
