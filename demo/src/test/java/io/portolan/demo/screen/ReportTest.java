package io.portolan.demo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.demo.shop.Examples;
import io.portolan.demo.shop.TrackedOrder;
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
                        "order     source       destination  status      reason           collection      conversion      payout",
                        "ORD-1     7200.00 CNY  994.50 USD   completed   -                booked+settled  booked+settled  booked+settled  ok",
                        "ORD-LONG  7200.00 CNY  994.50 USD   processing  outcome_unknown  booked          unknown         -               ok");
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
    void showsWhatTheApiRejectedOrNeverAnswered() {
        List<TrackedOrder> orders = List.of(
                TrackedOrder.unsent(Examples.order("ORD-1", null, null)).withRejection("no"),
                TrackedOrder.unsent(Examples.order("ORD-2", null, null)).withUnknown("no valid answer for 90 s"));

        assertThat(OrderTable.format(orders))
                .element(1)
                .asString()
                .startsWith("ORD-1  7200.00 CNY  ? USD        rejected");
        assertThat(OrderTable.format(orders))
                .element(2)
                .asString()
                .startsWith("ORD-2  7200.00 CNY  ? USD        unknown");
        assertThat(Totals.format(orders)).first().isEqualTo("2 orders: 1 rejected by the API, 1 unknown");
    }

    @Test
    void namesEveryOrderThatEndedOtherwise() {
        Report report = Report.of(List.of(
                TrackedOrder.unsent(Examples.order("ORD-1", "completed", null)).withPayment(Examples.completed()),
                TrackedOrder.unsent(Examples.order("ORD-2", "refunded", "ac04")).withPayment(Examples.completed()),
                TrackedOrder.unsent(Examples.order("ORD-3", "failed", null))
                        .withRejection("the API rejected the request (422): no"),
                TrackedOrder.unsent(Examples.order("ORD-4", null, null)),
                TrackedOrder.unsent(Examples.order("ORD-5", null, null)).withUnknown("no valid answer for 90 s")));

        assertThat(report.isAsExpected()).isFalse();
        assertThat(report.text())
                .contains(
                        "4 of 5 orders did not end as expected:",
                        "  ORD-2 (line 7): expected refunded (ac04), but pay_1 is completed",
                        "  ORD-3 (line 7): expected failed, but the API rejected the request (422): no",
                        "  ORD-4 (line 7): expected a final status, but it was not sent in time",
                        "  ORD-5 (line 7): expected a final status, but it is unknown whether the API has it: no valid answer for 90 s");
    }

    @Test
    void saysWhenAllEndedAsExpected() {
        Report report = Report.of(List.of(
                TrackedOrder.unsent(Examples.order("ORD-1", "completed", null)).withPayment(Examples.completed())));

        assertThat(report.isAsExpected()).isTrue();
        assertThat(report.text()).contains("Every order ended as expected.");
    }
}
