package io.portolan.domain.decision;

import io.portolan.domain.money.Money;
import java.time.LocalDate;

/**
 * What proves how an instruction ended, where its bank does not say: where it was seen, under which reference of the bank, which amount and which value date. Of an instruction that
 * was not executed the amount is the one that did not move.
 */
public record Evidence(Source source, String reference, Money amount, LocalDate valueDate) {
    /** The most characters that a bank's reference has here. */
    public static final int MAX_REFERENCE_LENGTH = 140;

    /** Where the evidence was seen. */
    public enum Source {
        STATEMENT_LINE,
        BANK_PORTAL,
        LETTER,
        /** A call with somebody at the bank, whom the reference names. */
        CALL
    }

    public Evidence {
        if (reference.isBlank() || reference.length() > MAX_REFERENCE_LENGTH) {
            throw new IllegalArgumentException("a reference has 1 to 140 characters");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("the amount of evidence is positive");
        }
    }
}
