package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;

/** The test scenarios of the domestic bank, chosen by the end of the buyer's account or a word in the reference. */
final class DomesticScenarios {

    private static final Rejection NO_FUNDS = new Rejection("INSUFFICIENT_FUNDS", "insufficient funds");
    static final Rejection CLOSED = new Rejection("ACCOUNT_CLOSED", "the buyer's account is closed");
    private static final Rejection LIMIT = new Rejection("LIMIT_EXCEEDED", "over the daily limit for transfers");

    private DomesticScenarios() {}

    /** Whether the first refund of a collection is rejected as {@link #CLOSED}, and another one is not. */
    static boolean isRejectedFirst(DomesticOrder order) {
        return order.kind() == Kind.REFUND && order.creditor().lastFourDigits().equals("0015");
    }

    static IntendedOutcome decide(DomesticOrder order) {
        return order.buyer()
                .map(buyer -> byAccount(order.kind(), buyer.lastFourDigits()))
                .orElseGet(() -> byReference(order.reference()));
    }

    private static IntendedOutcome byAccount(Kind kind, String lastFour) {
        boolean refund = kind == Kind.REFUND;
        return switch (lastFour) {
            case "0001" -> new IntendedOutcome.ImmediateRejection(NO_FUNDS);
            case "0002" -> new IntendedOutcome.LateRejection(NO_FUNDS);
            case "0003" -> new IntendedOutcome.Booking(Fault.SLOW);
            case "0004" -> new IntendedOutcome.Booking(Fault.RESPONSE_LOST);
            case "0005" -> new IntendedOutcome.Booking(Fault.EARLY_CALLBACK);
            case "0006" -> new IntendedOutcome.Booking(Fault.TRIPLE_CALLBACK);
            case "0007" -> new IntendedOutcome.PendingForever();
            case "0008" -> new IntendedOutcome.Booking(Fault.GIBBERISH);
            case "0009" -> new IntendedOutcome.Booking(Fault.SERVER_ERROR);
            case "0010" -> new IntendedOutcome.Booking(Fault.CONTRADICTORY_CALLBACK);
            case "0011" ->
                refund ? new IntendedOutcome.ImmediateRejection(CLOSED) : new IntendedOutcome.Booking(Fault.NONE);
            case "0012" -> new IntendedOutcome.Booking(refund ? Fault.RESPONSE_LOST : Fault.NONE);
            case "0013" -> new IntendedOutcome.Booking(refund ? Fault.NONE : Fault.HIDDEN_UNTIL_BOOKED);
            case "0014" -> new IntendedOutcome.Booking(refund ? Fault.NONE : Fault.VERY_SLOW);
            default -> new IntendedOutcome.Booking(Fault.NONE);
        };
    }

    private static IntendedOutcome byReference(String reference) {
        if (reference.contains("TOPUP-REJECT")) {
            return new IntendedOutcome.ImmediateRejection(LIMIT);
        }
        if (reference.contains("TOPUP-NEVER")) {
            return new IntendedOutcome.PendingForever();
        }
        if (reference.contains("TOPUP-LOST")) {
            return new IntendedOutcome.Booking(Fault.RESPONSE_LOST);
        }
        return new IntendedOutcome.Booking(reference.contains("TOPUP-SLOW") ? Fault.SLOW : Fault.NONE);
    }
}
