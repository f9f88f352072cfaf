package io.portolan.app.endtoend;

import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Purpose;

/** A way in which a movement of a plan can end, provoked at the simulated banks, and what the payment comes to rest as. */
enum OutcomeRow {
    COLLECTION_BOOKED(Purpose.FORWARD, MovementKind.COLLECTION, "booked", "completed", ""),
    COLLECTION_REJECTED(
            Purpose.FORWARD, MovementKind.COLLECTION, "rejected, the buyer's trouble", "failed", "insufficient_funds"),
    COLLECTION_REJECTED_LATER(
            Purpose.FORWARD, MovementKind.COLLECTION, "unknown, then rejected", "failed", "insufficient_funds"),
    COLLECTION_LOST(Purpose.FORWARD, MovementKind.COLLECTION, "unknown, then booked", "completed", ""),
    COLLECTION_NEVER(Purpose.FORWARD, MovementKind.COLLECTION, "unknown for ever", "processing", "outcome_unknown"),
    COLLECTION_CONTRADICTED(
            Purpose.FORWARD, MovementKind.COLLECTION, "the callback contradicts the inquiry", "completed", ""),
    COLLECTION_DENIED(
            Purpose.FORWARD, MovementKind.COLLECTION, "denied after it was taken, then booked", "completed", ""),
    TOP_UP_REJECTED(Purpose.FORWARD, MovementKind.TOP_UP, "rejected, our trouble", "processing", "limit_exceeded"),
    TOP_UP_LOST(Purpose.FORWARD, MovementKind.TOP_UP, "unknown, then booked", "completed", ""),
    TOP_UP_NEVER(Purpose.FORWARD, MovementKind.TOP_UP, "unknown for ever", "processing", "outcome_unknown"),
    TRADE_REJECTED(Purpose.FORWARD, MovementKind.TRADE, "rejected by one dealer", "completed", ""),
    TRADE_REJECTED_BY_ALL(
            Purpose.FORWARD, MovementKind.TRADE, "rejected by every dealer", "processing", "credit_limit"),
    TRADE_EXPIRED(Purpose.FORWARD, MovementKind.TRADE, "the rate has lapsed", "completed", ""),
    TRADE_MOVED(Purpose.FORWARD, MovementKind.TRADE, "the new rate is not tolerated", "refunded", "slippage_exceeded"),
    TRADE_LOST(Purpose.FORWARD, MovementKind.TRADE, "unknown, then booked", "completed", ""),
    TRADE_NEVER(Purpose.FORWARD, MovementKind.TRADE, "unknown for ever", "processing", "outcome_unknown"),
    PAYOUT_REJECTED(Purpose.FORWARD, MovementKind.PAYOUT, "rejected for good", "refunded", "ac04"),
    PAYOUT_REJECTED_LATER(Purpose.FORWARD, MovementKind.PAYOUT, "unknown, then rejected", "refunded", "ac04"),
    PAYOUT_REJECTED_OURS(Purpose.FORWARD, MovementKind.PAYOUT, "rejected once, our trouble", "completed", ""),
    PAYOUT_CORRECTABLE(
            Purpose.FORWARD, MovementKind.PAYOUT, "rejected, the payee can be corrected", "processing", "ac01"),
    PAYOUT_LOST(Purpose.FORWARD, MovementKind.PAYOUT, "unknown, then booked", "completed", ""),
    PAYOUT_NEVER(Purpose.FORWARD, MovementKind.PAYOUT, "unknown for ever", "processing", "outcome_unknown"),
    PAYOUT_RETURNED_SHORT(Purpose.FORWARD, MovementKind.PAYOUT, "returned short", "refunded", "payout_returned"),
    PAYOUT_RETURNED_MISADDRESSED(
            Purpose.FORWARD,
            MovementKind.PAYOUT,
            "returned, the payee can be corrected",
            "refunding",
            "payout_returned"),
    PAYOUT_RETURNED_TWICE(Purpose.FORWARD, MovementKind.PAYOUT, "returned twice", "refunded", "payout_returned"),
    REVERSAL_LOST(Purpose.UNWIND, MovementKind.REVERSAL, "unknown, then booked", "refunded", "ac04"),
    TOP_UP_RETURN_REJECTED(Purpose.UNWIND, MovementKind.TOP_UP_RETURN, "rejected, our trouble", "refunding", "ag01"),
    TOP_UP_RETURN_LOST(Purpose.UNWIND, MovementKind.TOP_UP_RETURN, "unknown, then booked", "refunded", "ac04"),
    TOP_UP_RETURN_NEVER(Purpose.UNWIND, MovementKind.TOP_UP_RETURN, "unknown for ever", "refunding", "outcome_unknown"),
    REFUND_REJECTED(
            Purpose.UNWIND, MovementKind.REFUND, "rejected, the buyer's trouble", "refunding", "account_closed"),
    REFUND_LOST(Purpose.UNWIND, MovementKind.REFUND, "unknown, then booked", "refunded", "ac04"),
    MERCHANT_REFUND_BOOKED(Purpose.REFUND, MovementKind.REFUND, "booked", "refunded", ""),
    MERCHANT_REFUND_LOST(Purpose.REFUND, MovementKind.REFUND, "unknown, then booked", "refunded", ""),
    MERCHANT_REFUND_REJECTED(
            Purpose.REFUND, MovementKind.REFUND, "rejected, the buyer's trouble", "refunding", "account_closed");

    private final Purpose purpose;
    private final MovementKind movement;
    private final String outcome;
    private final String status;
    private final String reason;

    OutcomeRow(Purpose purpose, MovementKind movement, String outcome, String status, String reason) {
        this.purpose = purpose;
        this.movement = movement;
        this.outcome = outcome;
        this.status = status;
        this.reason = reason;
    }

    Purpose purpose() {
        return purpose;
    }

    MovementKind movement() {
        return movement;
    }

    String outcome() {
        return outcome;
    }

    /** The public status in which the payment comes to rest. */
    String status() {
        return status;
    }

    /** The code of its reason; empty if there is none. */
    String reason() {
        return reason;
    }

    /** Whether the merchant asks for the whole amount back once the payment is completed. */
    boolean isRefundedByTheMerchant() {
        return purpose == Purpose.REFUND;
    }

    /** Whether the payout stands a second time on the statement, under its key, as what came back. */
    boolean comesBack() {
        return this == PAYOUT_RETURNED_SHORT || this == PAYOUT_RETURNED_MISADDRESSED || this == PAYOUT_RETURNED_TWICE;
    }

    /** The order that provokes it. */
    Purchase purchase() {
        Purchase plain = Purchase.inDollars("ROW-" + name().replace('_', '-'));
        return switch (this) {
            case COLLECTION_BOOKED, MERCHANT_REFUND_BOOKED -> plain;
            case COLLECTION_REJECTED -> plain.fromAccountEnding("0001");
            case COLLECTION_REJECTED_LATER -> plain.fromAccountEnding("0002");
            case COLLECTION_LOST -> plain.fromAccountEnding("0004");
            case COLLECTION_NEVER -> plain.fromAccountEnding("0007");
            case COLLECTION_CONTRADICTED -> plain.fromAccountEnding("0010");
            case COLLECTION_DENIED -> plain.fromAccountEnding("0013");
            case TOP_UP_REJECTED -> Purchase.inDollars("ROW-TOPUP-REJECT");
            case TOP_UP_LOST -> Purchase.inDollars("ROW-TOPUP-LOST");
            case TOP_UP_NEVER -> Purchase.inDollars("ROW-TOPUP-NEVER");
            case TRADE_REJECTED -> Purchase.inDollars("ROW-FX-REJECT");
            case TRADE_REJECTED_BY_ALL -> Purchase.inDollars("ROW-FX-REJECT-FX2-REJECT");
            case TRADE_EXPIRED -> Purchase.inDollars("ROW-FX-EXPIRED");
            case TRADE_MOVED -> Purchase.inDollars("ROW-FX-MOVED");
            case TRADE_LOST -> Purchase.inDollars("ROW-FX-LOST");
            case TRADE_NEVER -> Purchase.inDollars("ROW-FX-NEVER");
            case PAYOUT_REJECTED -> plain.toAccountEnding("0001");
            case PAYOUT_REJECTED_LATER -> plain.toAccountEnding("0002");
            case PAYOUT_REJECTED_OURS -> plain.toAccountEnding("0016");
            case PAYOUT_CORRECTABLE -> plain.toAccountEnding("0011");
            case PAYOUT_LOST -> plain.toAccountEnding("0004");
            case PAYOUT_NEVER -> plain.toAccountEnding("0007");
            case PAYOUT_RETURNED_SHORT -> plain.toAccountEnding("0013");
            case PAYOUT_RETURNED_MISADDRESSED -> plain.toAccountEnding("0015");
            case PAYOUT_RETURNED_TWICE -> plain.toAccountEnding("0014");
            case REVERSAL_LOST -> Purchase.inDollars("ROW-REVERSAL-FX-LOST").toAccountEnding("0001");
            case TOP_UP_RETURN_REJECTED -> Purchase.inDollars("ROW-TUR-REJECT").toAccountEnding("0001");
            case TOP_UP_RETURN_LOST -> Purchase.inDollars("ROW-TUR-LOST").toAccountEnding("0001");
            case TOP_UP_RETURN_NEVER -> Purchase.inDollars("ROW-TUR-NEVER").toAccountEnding("0001");
            case REFUND_REJECTED -> plain.fromAccountEnding("0011").toAccountEnding("0001");
            case REFUND_LOST -> plain.fromAccountEnding("0012").toAccountEnding("0001");
            case MERCHANT_REFUND_LOST -> plain.fromAccountEnding("0012");
            case MERCHANT_REFUND_REJECTED -> plain.fromAccountEnding("0011");
        };
    }
}
