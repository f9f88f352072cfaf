package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Plan;
import io.portolan.simulators.instruction.Quirk;
import io.portolan.simulators.instruction.Rejection;

/** What the domestic bank makes of an order by its magic: the end of the buyer's account, or a word in the reference. */
final class DomesticMagic {

    private static final Rejection NO_FUNDS =
            new Rejection("INSUFFICIENT_FUNDS", "the buyer's account does not hold enough");
    private static final Rejection CLOSED = new Rejection("ACCOUNT_CLOSED", "the buyer's account is closed");
    private static final Rejection LIMIT = new Rejection("LIMIT_EXCEEDED", "over the daily limit for transfers");

    private DomesticMagic() {}

    static Plan plan(Order order) {
        return order.buyer()
                .map(buyer -> byAccount(order.kind(), buyer.lastFour()))
                .orElseGet(() -> byReference(order.reference()));
    }

    private static Plan byAccount(Kind kind, String lastFour) {
        boolean refund = kind == Kind.REFUND;
        return switch (lastFour) {
            case "0001" -> new Plan.Refuse(NO_FUNDS);
            case "0002" -> new Plan.RejectLater(NO_FUNDS);
            case "0003" -> new Plan.Book(Quirk.SLOW);
            case "0004" -> new Plan.Book(Quirk.RESPONSE_LOST);
            case "0005" -> new Plan.Book(Quirk.EARLY_CALLBACK);
            case "0006" -> new Plan.Book(Quirk.TRIPLE_CALLBACK);
            case "0007" -> new Plan.StaySilent();
            case "0008" -> new Plan.Book(Quirk.GIBBERISH);
            case "0009" -> new Plan.Book(Quirk.SERVER_ERROR);
            case "0010" -> new Plan.Book(Quirk.CONTRADICTORY);
            case "0011" -> refund ? new Plan.Refuse(CLOSED) : new Plan.Book(Quirk.NONE);
            case "0012" -> new Plan.Book(refund ? Quirk.RESPONSE_LOST : Quirk.NONE);
            default -> new Plan.Book(Quirk.NONE);
        };
    }

    private static Plan byReference(String reference) {
        if (reference.contains("TOPUP-REJECT")) {
            return new Plan.Refuse(LIMIT);
        }
        if (reference.contains("TOPUP-NEVER")) {
            return new Plan.StaySilent();
        }
        if (reference.contains("TOPUP-LOST")) {
            return new Plan.Book(Quirk.RESPONSE_LOST);
        }
        return new Plan.Book(reference.contains("TOPUP-SLOW") ? Quirk.SLOW : Quirk.NONE);
    }
}
