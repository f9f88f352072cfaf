package io.portolan.simulators.bank.international;

import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;

/**
 * The test scenarios of the international bank, chosen by the last four digits of the seller's account, or by a word in
 * the reference where the money goes to Portolan's own account.
 */
final class PayoutScenarios {

    private static final Rejection CLOSED = new Rejection("AC04", "the creditor's account is closed");
    private static final Rejection WRONG_ACCOUNT = new Rejection("AC01", "the creditor's account number is invalid");
    private static final Rejection FORBIDDEN = new Rejection("AG01", "transfers to this account are not allowed");

    private PayoutScenarios() {}

    static IntendedOutcome decide(Payout payout) {
        return payout.isTopUpReturn()
                ? byReference(payout.remittance())
                : byAccount(lastFourDigits(payout.creditor().account()));
    }

    /** Whether Portolan's account is reported as short the first time, although it is not. */
    static boolean isShortFirst(Payout payout) {
        return !payout.isTopUpReturn()
                && lastFourDigits(payout.creditor().account()).equals("0016");
    }

    private static IntendedOutcome byAccount(String lastFourDigits) {
        return switch (lastFourDigits) {
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
            case "0012" -> new IntendedOutcome.Booking(Fault.RETURNED_LESS_PERCENTAGE);
            case "0013" -> new IntendedOutcome.Booking(Fault.RETURNED_LESS_FLAT_FEE);
            case "0014" -> new IntendedOutcome.Booking(Fault.RETURNED_TWICE);
            case "0015" -> new IntendedOutcome.Booking(Fault.RETURNED_FOR_WRONG_ACCOUNT);
            case "0017" -> new IntendedOutcome.Booking(Fault.REPORTED_REJECTED_LATER);
            default -> new IntendedOutcome.Booking(Fault.NONE);
        };
    }

    private static IntendedOutcome byReference(String reference) {
        if (reference.contains("TUR-REJECT")) {
            return new IntendedOutcome.ImmediateRejection(FORBIDDEN);
        }
        if (reference.contains("TUR-NEVER")) {
            return new IntendedOutcome.PendingForever();
        }
        return new IntendedOutcome.Booking(reference.contains("TUR-LOST") ? Fault.RESPONSE_LOST : Fault.NONE);
    }

    private static String lastFourDigits(String account) {
        return account.substring(Math.max(0, account.length() - 4));
    }
}
