package io.portolan.fx.firmrate;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;

/** Why the dealer said no, in our own wording. */
final class RejectionReasons {
    private RejectionReasons() {}

    static Reason reasonFor(String code) {
        return new Reason(code, detailFor(code), remedyFor(code));
    }

    private static Remedy remedyFor(String code) {
        return switch (code) {
            case "quote_expired", "quote_unknown" -> Remedy.REQUOTE;
            default -> Remedy.NONE;
        };
    }

    private static String detailFor(String code) {
        return switch (code) {
            case "quote_expired" -> "the quote has expired";
            case "quote_unknown" -> "the dealer has no such quote";
            case "credit_limit" -> "the trade exceeds our credit limit with the dealer";
            case "dealer_closed" -> "the dealer does not trade at this time";
            case "insufficient_funds" -> "insufficient funds in our account at the dealer's bank";
            case "pair_not_served" -> "the dealer does not quote this currency pair";
            case "amount_out_of_range" -> "the dealer does not quote this amount";
            default -> "rejected by the dealer";
        };
    }
}
