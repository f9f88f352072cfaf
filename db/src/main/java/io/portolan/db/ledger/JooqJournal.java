package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.BOOK_ACCOUNT;

import io.portolan.db.ledger.history.EntryReader;
import io.portolan.db.transaction.GroupCommit;
import io.portolan.db.transaction.Transactions;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.command.Rejection;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The book in MySQL.
 *
 * <p>A caller within a transaction of its own posts in that transaction. All others share one: whatever is submitted while one batch commits is the
 * next batch.
 */
public final class JooqJournal implements Journal {
    private final Transactions transactions;
    private final CommandExecutor executor;
    private final GroupCommit<List<Command>, CommandResult> groupCommit;

    public JooqJournal(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.executor = new CommandExecutor(transactions, clock);
        this.groupCommit = new GroupCommit<>(executor);
    }

    @Override
    public void post(List<JournalEntry> entries) {
        if (!entries.isEmpty()
                && execute(entries.stream().map(Command.Post::of).toList())
                        instanceof CommandResult.Rejected(Rejection rejection)) {
            throw rejection.reason() == Rejection.Reason.KEY_REUSED
                    ? new EntryConflict(rejection.key())
                    : new EntryRejected(rejection.toString(), rejection.account());
        }
    }

    /**
     * Executes the commands, all or none; within the caller's transaction where there is one. What was executed before, under the same keys with the
     * same content, is left alone. A rejection is recorded, also if the caller's transaction is rolled back because of it.
     */
    public CommandResult execute(List<? extends Command> commands) {
        List<Command> request = List.copyOf(commands);
        return transactions.isActive() ? executeInCallersTransaction(request) : groupCommit.submit(request);
    }

    @Override
    public List<PostedEntry> entriesOf(PaymentId payment) {
        return EntryReader.entriesOf(transactions.sql(), payment);
    }

    @Override
    public List<AccountBalance> balances() {
        return EntryReader.balances(transactions.sql());
    }

    @Override
    public Set<AccountId> closedTo(Collection<AccountId> accounts) {
        return transactions
                .sql()
                .select(BOOK_ACCOUNT.ACCOUNT_CODE)
                .from(BOOK_ACCOUNT)
                .where(BOOK_ACCOUNT.ACCOUNT_CODE.in(accounts), BOOK_ACCOUNT.STATUS.ne(AccountStatus.OPEN))
                .fetchSet(BOOK_ACCOUNT.ACCOUNT_CODE);
    }

    private CommandResult executeInCallersTransaction(List<Command> request) {
        CommandResult result = executor.commit(List.of(request)).getFirst();
        if (result instanceof CommandResult.Rejected(Rejection rejection)) {
            executor.recordEvenIfRolledBack(rejection);
        }
        return result;
    }
}
