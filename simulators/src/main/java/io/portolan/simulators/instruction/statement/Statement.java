package io.portolan.simulators.instruction.statement;

import io.portolan.simulators.instruction.State;
import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One business date of an account: opening balance, a line for every booking, closing balance. */
public record Statement(
        String account, LocalDate date, Money openingBalance, Money closingBalance, List<StatementLine> lines) {

    public Statement {
        lines = List.copyOf(lines);
    }

    public Currency currency() {
        return openingBalance.currency();
    }

    /** One booking on the account; the amount is never negative, the direction tells credit from debit. */
    public record StatementLine(
            int number,
            String key,
            String reference,
            String purpose,
            Direction direction,
            Money money,
            Instant bookedAt,
            State state) {}

    /** The direction of a line, as the account's holder sees it. */
    public enum Direction {
        CREDIT,
        DEBIT
    }
}
