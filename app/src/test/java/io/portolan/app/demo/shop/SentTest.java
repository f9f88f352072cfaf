package io.portolan.app.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentTest {
    @Test
    void waitsForWhatTheFileExpects() {
        Sent returned = Sent.waiting(Examples.order("ORD-1", "refunded", "payout_returned"));

        assertThat(returned.as(Examples.completed()).isDone()).isFalse();
        Sent back = returned.as(
                Examples.payment("refunded", "payout_returned", "booked/settled", "booked/settled", "booked/returned"));
        assertThat(back.isDone()).isTrue();
        assertThat(back.isAsExpected()).isTrue();
    }

    @Test
    void waitsForTheFundsOfACompletedPayment() {
        Sent sent = Sent.waiting(Examples.order("ORD-1", "completed", null));
        PaymentView unsettled =
                Examples.payment("completed", null, "booked/settled", "booked/settled", "booked/unsettled");

        assertThat(sent.as(unsettled).isDone()).isFalse();
        assertThat(sent.as(unsettled).isAsExpected()).isTrue();
        assertThat(sent.as(Examples.completed()).isDone()).isTrue();
    }

    @Test
    void doesNotWaitForWhatCanNoLongerCome() {
        Sent failed = Sent.waiting(Examples.order("ORD-1", "completed", null))
                .as(Examples.payment("failed", "insufficient_funds", "rejected", "", ""));

        assertThat(failed.isDone()).isTrue();
        assertThat(failed.isAsExpected()).isFalse();
    }

    @Test
    void aProcessingPaymentRestsOnlyWithAReason() {
        Sent sent = Sent.waiting(Examples.order("ORD-1", "processing", null));

        assertThat(sent.as(Examples.payment("processing", null, "instructed", "", ""))
                        .isDone())
                .isFalse();
        assertThat(sent.as(Examples.payment("processing", "outcome_unknown", "unknown", "", ""))
                        .isDone())
                .isTrue();
    }

    @Test
    void withoutAnExpectationAnyEndWillDo() {
        Sent sent = Sent.waiting(Examples.order("ORD-1", null, null));

        assertThat(sent.isDone()).isFalse();
        assertThat(sent.as(Examples.payment("refunding", "ac04", "booked/settled", "", ""))
                        .isDone())
                .isFalse();
        assertThat(sent.as(Examples.payment("failed", "x", "rejected", "", "")).isAsExpected())
                .isTrue();
    }

    @Test
    void whatTheApiRefusesIsDoneAndNeverAsExpected() {
        Sent refused = Sent.waiting(Examples.order("ORD-1", null, null)).refused("the API refused with 422");

        assertThat(refused.isDone()).isTrue();
        assertThat(refused.isAsExpected()).isFalse();
    }
}
