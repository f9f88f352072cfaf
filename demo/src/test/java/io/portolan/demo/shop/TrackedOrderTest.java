package io.portolan.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackedOrderTest {
    @Test
    void waitsForWhatTheFileExpects() {
        TrackedOrder returned = TrackedOrder.unsent(Examples.order("ORD-1", "refunded", "payout_returned"));

        assertThat(returned.withPayment(Examples.completed()).isDone()).isFalse();
        TrackedOrder back = returned.withPayment(
                Examples.payment("refunded", "payout_returned", "booked/settled", "booked/settled", "booked/returned"));
        assertThat(back.isDone()).isTrue();
        assertThat(back.isAsExpected()).isTrue();
    }

    @Test
    void waitsForTheFundsOfACompletedPayment() {
        TrackedOrder sent = TrackedOrder.unsent(Examples.order("ORD-1", "completed", null));
        PaymentView unsettled =
                Examples.payment("completed", null, "booked/settled", "booked/settled", "booked/unsettled");

        assertThat(sent.withPayment(unsettled).isDone()).isFalse();
        assertThat(sent.withPayment(unsettled).isAsExpected()).isTrue();
        assertThat(sent.withPayment(Examples.completed()).isDone()).isTrue();
    }

    @Test
    void doesNotWaitForWhatCanNoLongerCome() {
        TrackedOrder failed = TrackedOrder.unsent(Examples.order("ORD-1", "completed", null))
                .withPayment(Examples.payment("failed", "insufficient_funds", "rejected", "", ""));

        assertThat(failed.isDone()).isTrue();
        assertThat(failed.isAsExpected()).isFalse();
    }

    @Test
    void aProcessingPaymentRestsOnlyWithAReason() {
        TrackedOrder sent = TrackedOrder.unsent(Examples.order("ORD-1", "processing", null));

        assertThat(sent.withPayment(Examples.payment("processing", null, "instructed", "", ""))
                        .isDone())
                .isFalse();
        assertThat(sent.withPayment(Examples.payment("processing", "outcome_unknown", "unknown", "", ""))
                        .isDone())
                .isTrue();
    }

    @Test
    void withoutAnExpectationAnyEndWillDo() {
        TrackedOrder sent = TrackedOrder.unsent(Examples.order("ORD-1", null, null));

        assertThat(sent.isDone()).isFalse();
        assertThat(sent.withPayment(Examples.payment("refunding", "ac04", "booked/settled", "", ""))
                        .isDone())
                .isFalse();
        assertThat(sent.withPayment(Examples.payment("failed", "x", "rejected", "", ""))
                        .isAsExpected())
                .isTrue();
    }

    @Test
    void whatTheApiRejectsIsDoneAndNeverAsExpected() {
        TrackedOrder rejected = TrackedOrder.unsent(Examples.order("ORD-1", null, null))
                .withRejection("the API rejected the request (422)");

        assertThat(rejected.isDone()).isTrue();
        assertThat(rejected.isAsExpected()).isFalse();
    }
}
