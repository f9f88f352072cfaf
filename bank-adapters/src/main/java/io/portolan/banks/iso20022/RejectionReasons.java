package io.portolan.banks.iso20022;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why the bank said no, or returned a payout, in our own wording: what the bank writes beside its code may name the
 * payee.
 */
final class RejectionReasons {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}");

    private RejectionReasons() {}

    /** The reason with this ISO external status or return reason code. */
    static Reason reasonFor(String code) throws InvalidResponse {
        if (!CODE.matcher(code).matches()) {
            throw new InvalidResponse("the bank's reason is not an ISO code");
        }
        return new Reason(code.toLowerCase(Locale.ROOT), detailFor(code), remedyFor(code));
    }

    private static Remedy remedyFor(String code) {
        return switch (code) {
            case "AC01", "BE04", "RC01" -> Remedy.CORRECT_PAYEE;
            default -> Remedy.NONE;
        };
    }

    private static String detailFor(String code) {
        return switch (code) {
            case "AC01" -> "the payee's account number is wrong";
            case "BE04" -> "the payee's address is missing or wrong";
            case "RC01" -> "the payee's bank code is wrong";
            case "AC04" -> "the payee's account is closed";
            case "AM04" -> "insufficient funds in our account";
            case "AG01" -> "payments to or from this account are not permitted";
            case "MD07" -> "the payee is deceased";
            case "MS03" -> "the bank gave no reason";
            default -> "rejected by the bank";
        };
    }
}
