package io.portolan.domain.bank;

import io.portolan.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One account's movements on one business date, as the bank states them: the independent witness of our ledger. */
public record Statement(NostroAccount account, LocalDate date, Money opening, Money closing, List<Line> lines) {
    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * Whether the opening balance plus all lines is the closing balance. A bank's statement of which this is not true
     * is incomplete.
     */
    public boolean isBalanced() {
        try {
            Money sum = opening;
            for (Line line : lines) {
                sum = sum.plus(line.amount());
            }
            return sum.equals(closing);
        } catch (ArithmeticException e) {
            // No balance is so large.
            return false;
        }
    }

    /**
     * One movement; the amount is positive when our account was credited. {@code key} is empty for what we did not
     * instruct.
     */
    public record Line(String key, String bankReference, Money amount, Instant bookedAt) {}
}
