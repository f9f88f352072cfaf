package io.portolan.fx.firmrate;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;

/** Why the dealer said no, in our words. */
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
            case "quote_unknown" -> "the dealer does not know the quote";
            case "credit_limit" -> "the trade is over our credit limit with the dealer";
            case "insufficient_funds" -> "our account at the dealer's bank holds too little money";
            case "pair_not_served" -> "the dealer does not serve this pair of currencies";
            case "amount_out_of_range" -> "the dealer does not serve this amount";
            default -> "the dealer refused it";
        };
    }
}
