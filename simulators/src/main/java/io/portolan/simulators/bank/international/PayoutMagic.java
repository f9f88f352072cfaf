package io.portolan.simulators.bank.international;

import io.portolan.simulators.instruction.Plan;
import io.portolan.simulators.instruction.Quirk;
import io.portolan.simulators.instruction.Rejection;

/** What the international bank makes of a payout by the last four digits of the seller's account. */
final class PayoutMagic {

    private static final Rejection CLOSED = new Rejection("AC04", "the creditor's account is closed");
    private static final Rejection WRONG_ACCOUNT = new Rejection("AC01", "the creditor's account number is wrong");

    private PayoutMagic() {}

    static Plan plan(String account) {
        return switch (account.substring(Math.max(0, account.length() - 4))) {
            case "0001" -> new Plan.Refuse(CLOSED);
            case "0002" -> new Plan.RejectLater(CLOSED);
            case "0003" -> new Plan.Book(Quirk.SLOW);
            case "0004" -> new Plan.Book(Quirk.RESPONSE_LOST);
            case "0005" -> new Plan.Book(Quirk.EARLY_CALLBACK);
            case "0006" -> new Plan.Book(Quirk.TRIPLE_CALLBACK);
            case "0007" -> new Plan.StaySilent();
            case "0008" -> new Plan.Book(Quirk.GIBBERISH);
            case "0009" -> new Plan.Book(Quirk.SERVER_ERROR);
            case "0010" -> new Plan.Book(Quirk.CONTRADICTORY);
            case "0011" -> new Plan.Refuse(WRONG_ACCOUNT);
            case "0012" -> new Plan.Book(Quirk.RETURNED_LATER);
            default -> new Plan.Book(Quirk.NONE);
        };
    }
}
