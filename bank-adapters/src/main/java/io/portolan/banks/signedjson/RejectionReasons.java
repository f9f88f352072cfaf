package io.portolan.banks.signedjson;

import io.portolan.domain.bank.Reason;
import java.util.Locale;

/** Why the bank said no, in our words: what the bank writes beside its code may name the buyer. */
final class RejectionReasons {
    private RejectionReasons() {}

    static Reason reasonFor(String code) {
        return Reason.of(code.toLowerCase(Locale.ROOT), detailFor(code));
    }

    private static String detailFor(String code) {
        return switch (code) {
            case "INSUFFICIENT_FUNDS" -> "the debited account holds too little money";
            case "ACCOUNT_CLOSED" -> "the account is closed";
            case "ACCOUNT_UNKNOWN" -> "there is no such account";
            case "LIMIT_EXCEEDED" -> "the amount is over a limit of the bank";
            case "REFUND_EXCEEDS_COLLECTION" -> "more would be refunded than was collected";
            default -> "the bank refused it";
        };
    }
}
