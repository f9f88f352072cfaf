package io.portolan.domain.bank;

/** Why the other side said no: a stable code, plain words without personal data, and what could help. */
public record Reason(String code, String detail, Remedy remedy) {
    /** What would have to change for another attempt to make sense. */
    public enum Remedy {
        /** Nothing: the answer is final. */
        NONE,
        /** The payee's account or address is wrong and can be corrected by a person. */
        CORRECT_PAYEE,
        /** The quote is no longer good: a new one is needed. */
        REQUOTE,
        /** Another dealer: this one does not trade now. */
        OTHER_DEALER,
        /** Time: it is our own or the bank's trouble, never the buyer's, and operations are told. */
        WAIT
    }

    public Reason {
        if (code.isBlank() || code.length() > 64) {
            throw new IllegalArgumentException("a reason code has 1 to 64 characters");
        }
        if (detail.length() > 500) {
            detail = detail.substring(0, 500);
        }
    }

    /** A reason that nothing can remedy, as far as is known. */
    public static Reason of(String code, String detail) {
        return new Reason(code, detail, Remedy.NONE);
    }

    /** The same with this remedy. */
    public Reason with(Remedy known) {
        return new Reason(code, detail, known);
    }
}
