package io.portolan.db.operations;

import static io.portolan.db.generated.Tables.STATEMENT_CURSOR;

import io.portolan.db.transaction.Transactions;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.operations.StatementCursors;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Cursors in MySQL, one row for each account. */
public final class JooqStatementCursors implements StatementCursors {
    private final Transactions transactions;

    public JooqStatementCursors(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<LocalDate> readThrough(NostroAccount account) {
        return transactions
                .sql()
                .select(STATEMENT_CURSOR.READ_THROUGH)
                .from(STATEMENT_CURSOR)
                .where(STATEMENT_CURSOR.BANK.eq(account.bank()))
                .and(STATEMENT_CURSOR.ACCOUNT_NUMBER.eq(account.number()))
                .fetchOptional(STATEMENT_CURSOR.READ_THROUGH);
    }

    @Override
    public void advance(NostroAccount account, LocalDate readThrough) {
        transactions.run(() -> transactions
                .sql()
                .insertInto(STATEMENT_CURSOR)
                .set(STATEMENT_CURSOR.BANK, account.bank())
                .set(STATEMENT_CURSOR.ACCOUNT_NUMBER, account.number())
                .set(STATEMENT_CURSOR.READ_THROUGH, readThrough)
                .onDuplicateKeyUpdate()
                .set(STATEMENT_CURSOR.READ_THROUGH, DSL.greatest(STATEMENT_CURSOR.READ_THROUGH, DSL.val(readThrough)))
                .execute());
    }
}
