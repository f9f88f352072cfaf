package io.portolan.app.endtoend;

/** A step that a bank takes and never answers, and what the banks have moved once a person has said what became of it. */
enum UnansweredInstruction {
    COLLECTION,
    TOP_UP,
    CONVERSION,
    PAYOUT;

    Purchase purchase() {
        return switch (this) {
            case COLLECTION -> Purchase.inDollars("NEVER").fromAccountEnding("0007");
            case TOP_UP -> Purchase.inDollars("TOPUP-NEVER");
            case CONVERSION -> Purchase.inDollars("FX-NEVER");
            case PAYOUT -> Purchase.inDollars("NEVER").toAccountEnding("0007");
        };
    }

    /** The status in which a payment ends whose step was not executed. */
    String statusIfNotExecuted() {
        return this == COLLECTION ? "failed" : "refunded";
    }

    /** What has moved in the end if the step was not executed. */
    String[] movementsIfNotExecuted() {
        return switch (this) {
            case COLLECTION -> new String[] {};
            case TOP_UP -> new String[] {"B-CNY +collection/1", "B-CNY -refund/1"};
            case CONVERSION ->
                new String[] {
                    "B-CNY +collection/1",
                    "B-CNY -top-up/1",
                    "D-CNY +top-up/1",
                    "D-CNY -top-up-return/1",
                    "B-CNY +top-up-return/1",
                    "B-CNY -refund/1"
                };
            case PAYOUT ->
                new String[] {
                    "B-CNY +collection/1",
                    "B-CNY -top-up/1",
                    "D-CNY +top-up/1",
                    "D-CNY -trade/1",
                    "D-USD +trade/1",
                    "D-USD -reversal/1",
                    "D-CNY +reversal/1",
                    "D-CNY -top-up-return/1",
                    "B-CNY +top-up-return/1",
                    "B-CNY -refund/1"
                };
        };
    }

    /** What has moved in the end if a person says that the step was executed; the simulated bank itself never does. */
    String[] movementsIfExecuted() {
        return PaymentRecords.AS_PLANNED_IN_DOLLARS.stream()
                .filter(movement -> !movement.contains(step() + "/1"))
                .toArray(String[]::new);
    }

    private String step() {
        return switch (this) {
            case COLLECTION -> "collection";
            case TOP_UP -> "top-up";
            case CONVERSION -> "trade";
            case PAYOUT -> "payout";
        };
    }
}
