package io.portolan.workflows.payment;

/** A person's finding about an unknown outcome, from evidence outside Portolan such as the bank's statement. */
public record Resolution(Decision decision, Verdict verdict) {
    /** What the evidence proves. */
    public enum Verdict {
        EXECUTED,
        NOT_EXECUTED
    }
}
