package io.portolan.db.operations;

import io.portolan.db.ledger.JooqJournal;
import io.portolan.db.ledger.history.BookHistory;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.BookControl;
import io.portolan.domain.ledger.DayTotals;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The commands of operations, carried out by the journal. */
public final class JooqBookControl implements BookControl {
    private final JooqJournal journal;
    private final BookHistory history;

    public JooqBookControl(JooqJournal journal, BookHistory history) {
        this.journal = journal;
        this.history = history;
    }

    @Override
    public Optional<AccountStatus> statusOf(AccountId account) {
        return history.statusOf(account);
    }

    @Override
    public ControlResult freeze(String key, AccountId account, String narrative) {
        return execute(new Command.Freeze(key, account, narrative));
    }

    @Override
    public ControlResult unfreeze(String key, AccountId account, String narrative) {
        return execute(new Command.Unfreeze(key, account, narrative));
    }

    @Override
    public ControlResult closeDay(LocalDate date, LocalDate nextDate) {
        return execute(new Command.CloseDay(date, nextDate));
    }

    @Override
    public Optional<DayTotals> totalsOf(LocalDate date) {
        return history.totalsOf(date);
    }

    private ControlResult execute(Command command) {
        return switch (journal.execute(List.of(command))) {
            case CommandResult.Applied _ -> new ControlResult.Applied();
            case CommandResult.Rejected(Rejection rejection) -> new ControlResult.Rejected(rejection.toString());
        };
    }
}
