package io.portolan.operations.returns;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A bank that states the lines that a test has booked, and remembers which dates it was asked for. */
final class ScriptedStatements implements StatementBank {
    private final List<Statement.Line> lines = new ArrayList<>();
    private final List<LocalDate> asked = new ArrayList<>();
    private final Set<LocalDate> missing = new HashSet<>();
    private boolean away;

    ScriptedStatements books(InstructionKey key, String reference, Money amount, Instant at) {
        return books(key.value(), reference, amount, at);
    }

    ScriptedStatements books(String key, String reference, Money amount, Instant at) {
        lines.add(new Statement.Line(key, reference, amount, at));
        return this;
    }

    /** From now on the bank answers nothing, or answers again. */
    void setAway(boolean isAway) {
        away = isAway;
    }

    /** The bank has no statement of this date, and never will have. */
    void loses(LocalDate date) {
        missing.add(date);
    }

    /** The dates that were asked for since this was called before. */
    List<LocalDate> takeAsked() {
        List<LocalDate> dates = List.copyOf(asked);
        asked.clear();
        return dates;
    }

    @Override
    public Statement statement(NostroAccount account, LocalDate date) {
        asked.add(date);
        if (away || missing.contains(date)) {
            throw new StatementUnavailable("no answer");
        }
        Money nothing = Money.zero(account.currency());
        List<Statement.Line> ofDate = lines.stream()
                .filter(line ->
                        LocalDate.ofInstant(line.bookedAt(), ZoneOffset.UTC).equals(date))
                .toList();
        return new Statement(account, date, nothing, nothing, ofDate);
    }
}
