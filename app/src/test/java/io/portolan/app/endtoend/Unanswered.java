package io.portolan.app.endtoend;

import java.util.List;

/** A step that a bank takes and never answers, and what the banks have moved once a person has said what became of it. */
enum Unanswered {
    COLLECTION(
            Purchase.inDollars("NEVER-COLLECTED").fromAccountEnding("0007"),
            "failed",
            List.of(),
            List.of(
                    "B-CNY -top-up/1",
                    "D-CNY +top-up/1",
                    "D-CNY -conversion/1",
                    "D-USD +conversion/1",
                    "D-USD -payout/1")),
    TOP_UP(
            Purchase.inDollars("TOPUP-NEVER"),
            "refunded",
            List.of("B-CNY +collection/1", "B-CNY -refund/1"),
            List.of("B-CNY +collection/1", "D-CNY -conversion/1", "D-USD +conversion/1", "D-USD -payout/1")),
    CONVERSION(
            Purchase.inDollars("FX-NEVER"),
            "refunded",
            List.of("B-CNY +collection/1", "B-CNY -top-up/1", "D-CNY +top-up/1", "B-CNY -refund/1"),
            List.of("B-CNY +collection/1", "B-CNY -top-up/1", "D-CNY +top-up/1", "D-USD -payout/1")),
    PAYOUT(
            Purchase.inDollars("NEVER-PAID-OUT").toAccountEnding("0007"),
            "refunded",
            List.of(
                    "B-CNY +collection/1",
                    "B-CNY -top-up/1",
                    "D-CNY +top-up/1",
                    "D-CNY -conversion/1",
                    "D-USD +conversion/1",
                    "D-USD -reversal/1",
                    "D-CNY +reversal/1",
                    "B-CNY -refund/1"),
            List.of(
                    "B-CNY +collection/1",
                    "B-CNY -top-up/1",
                    "D-CNY +top-up/1",
                    "D-CNY -conversion/1",
                    "D-USD +conversion/1"));

    private final Purchase purchase;
    private final String endIfNot;
    private final List<String> movedIfNot;
    private final List<String> movedIfExecuted;

    Unanswered(Purchase purchase, String endIfNot, List<String> movedIfNot, List<String> movedIfExecuted) {
        this.purchase = purchase;
        this.endIfNot = endIfNot;
        this.movedIfNot = movedIfNot;
        this.movedIfExecuted = movedIfExecuted;
    }

    Purchase purchase() {
        return purchase;
    }

    /** The status in which a payment ends whose step was not executed. */
    String endIfNot() {
        return endIfNot;
    }

    /** What has moved in the end if the step was not executed. */
    String[] movedIfNot() {
        return movedIfNot.toArray(String[]::new);
    }

    /** What has moved in the end if a person says that the step was executed; the simulated bank itself never does. */
    String[] movedIfExecuted() {
        return movedIfExecuted.toArray(String[]::new);
    }
}
