package io.portolan.app.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void showsEveryOrderWithBothFlowsOfItsLegs() {
        TrackedOrder completed =
                TrackedOrder.unsent(Examples.order("ORD-1", "completed", null)).withPayment(Examples.completed());
        TrackedOrder parked = TrackedOrder.unsent(Examples.order("ORD-LONG", "processing", "outcome_unknown"))
                .withPayment(
                        Examples.payment("processing", "outcome_unknown", "booked/unsettled", "unknown/unsettled", ""));

        assertThat(OrderTable.format(List.of(completed, parked)))
                .containsExactly(
                        "order     pays         gets        status      reason           collection      conversion      payout",
                        "ORD-1     7200.00 CNY  994.50 USD  completed   -                booked+settled  booked+settled  booked+settled  ok",
                        "ORD-LONG  7200.00 CNY  994.50 USD  processing  outcome_unknown  booked          unknown         -               ok");
    }

    @Test
    void sumsPerStatusAndCurrencyWhatCameInAndWentOut() {
        List<TrackedOrder> orders = List.of(
                TrackedOrder.unsent(Examples.order("ORD-1", null, null)).withPayment(Examples.completed()),
                TrackedOrder.unsent(Examples.order("ORD-2", null, null))
                        .withPayment(
                                Examples.payment("refunded", "ac04", "booked/settled", "booked/settled", "rejected")),
                TrackedOrder.unsent(Examples.order("ORD-3", null, null))
                        .withPayment(Examples.payment("failed", "insufficient_funds", "rejected", "", "")));

        assertThat(Totals.format(orders))
                .containsExactly(
                        "3 orders: 1 completed, 1 failed, 1 refunded",
                        "",
                        "currency  collected  paid out  refunded  fees earned",
                        "CNY       14400.00   0.00      7200.00   36.00",
                        "USD       0.00       994.50    0.00      0.00");
    }

    @Test
    void namesEveryOrderThatEndedOtherwise() {
        Report report = Report.of(List.of(
                TrackedOrder.unsent(Examples.order("ORD-1", "completed", null)).withPayment(Examples.completed()),
                TrackedOrder.unsent(Examples.order("ORD-2", "refunded", "ac04")).withPayment(Examples.completed()),
                TrackedOrder.unsent(Examples.order("ORD-3", "failed", null))
                        .withRejection("the API refused with 422: no"),
                TrackedOrder.unsent(Examples.order("ORD-4", null, null))));

        assertThat(report.isAsExpected()).isFalse();
        assertThat(report.text())
                .contains(
                        "3 of 4 orders did not end as the file says:",
                        "  ORD-2 (line 7): expected refunded (ac04), but pay_1 is completed",
                        "  ORD-3 (line 7): expected failed, but the API refused with 422: no",
                        "  ORD-4 (line 7): expected an end, but it was not sent in time");
    }

    @Test
    void saysWhenAllEndedAsTheFileSays() {
        Report report = Report.of(List.of(
                TrackedOrder.unsent(Examples.order("ORD-1", "completed", null)).withPayment(Examples.completed())));

        assertThat(report.isAsExpected()).isTrue();
        assertThat(report.text()).contains("Every order ended as the file says.");
    }
}
