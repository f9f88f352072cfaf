package io.portolan.banks.signedjson;

import io.portolan.domain.bank.Reason;
import java.util.Locale;

/** Why the bank said no, in our own wording: what the bank writes beside its code may name the buyer. */
final class RejectionReasons {
    private RejectionReasons() {}

    static Reason reasonFor(String code) {
        return Reason.of(code.toLowerCase(Locale.ROOT), detailFor(code));
    }

    private static String detailFor(String code) {
        return switch (code) {
            case "INSUFFICIENT_FUNDS" -> "insufficient funds in the debited account";
            case "ACCOUNT_CLOSED" -> "the account is closed";
            case "ACCOUNT_UNKNOWN" -> "the account does not exist";
            case "LIMIT_EXCEEDED" -> "the amount exceeds a limit of the bank";
            case "REFUND_EXCEEDS_COLLECTION" -> "the refund exceeds the amount collected";
            default -> "rejected by the bank";
        };
    }
}
