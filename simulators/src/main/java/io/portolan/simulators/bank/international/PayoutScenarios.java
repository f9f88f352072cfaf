package io.portolan.simulators.bank.international;

import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;

/** The test scenarios of the international bank, chosen by the last four digits of the seller's account. */
final class PayoutScenarios {

    private static final Rejection CLOSED = new Rejection("AC04", "the creditor's account is closed");
    private static final Rejection WRONG_ACCOUNT = new Rejection("AC01", "the creditor's account number is invalid");

    private PayoutScenarios() {}

    static IntendedOutcome decide(String account) {
        return switch (account.substring(Math.max(0, account.length() - 4))) {
            case "0001" -> new IntendedOutcome.ImmediateRejection(CLOSED);
            case "0002" -> new IntendedOutcome.LateRejection(CLOSED);
            case "0003" -> new IntendedOutcome.Booking(Fault.SLOW);
            case "0004" -> new IntendedOutcome.Booking(Fault.RESPONSE_LOST);
            case "0005" -> new IntendedOutcome.Booking(Fault.EARLY_CALLBACK);
            case "0006" -> new IntendedOutcome.Booking(Fault.TRIPLE_CALLBACK);
            case "0007" -> new IntendedOutcome.PendingForever();
            case "0008" -> new IntendedOutcome.Booking(Fault.GIBBERISH);
            case "0009" -> new IntendedOutcome.Booking(Fault.SERVER_ERROR);
            case "0010" -> new IntendedOutcome.Booking(Fault.CONTRADICTORY_CALLBACK);
            case "0011" -> new IntendedOutcome.ImmediateRejection(WRONG_ACCOUNT);
            case "0012" -> new IntendedOutcome.Booking(Fault.PAYOUT_RETURNED);
            default -> new IntendedOutcome.Booking(Fault.NONE);
        };
    }
}
