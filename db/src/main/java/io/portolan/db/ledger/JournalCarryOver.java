package io.portolan.db.ledger;

import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.Decider;
import io.portolan.ledger.command.Decision;
import io.portolan.ledger.command.PostingRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Migration 7: posts every entry of the first, plain journal to the book, in its order, under its key and at its time. */
public final class JournalCarryOver implements JavaMigration {
    private static final int ENTRIES_A_PAGE = 1_000;
    private static final String PAGE = """
            SELECT e.id, e.entry_key, e.payment_id, e.narrative, e.posted_at, p.account_code, p.amount
            FROM (SELECT * FROM journal_entry WHERE id > ? ORDER BY id LIMIT ?) e JOIN posting p ON p.entry_id = e.id
            ORDER BY e.id, p.line""";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("7");
    }

    @Override
    public String getDescription() {
        return "carry the journal over to the book";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** @throws IllegalStateException if the book refuses an entry; nothing is carried over then */
    @Override
    public void migrate(Context context) {
        DSLContext sql = DSL.using(context.getConnection(), SQLDialect.MYSQL);
        Book book = Book.EMPTY;
        Result<Record> page = sql.fetch(PAGE, 0, ENTRIES_A_PAGE);
        while (page.isNotEmpty()) {
            for (Result<Record> entry : page.intoGroups("id").values()) {
                book = post(sql, book, entry);
            }
            page = sql.fetch(PAGE, page.getLast().get("id"), ENTRIES_A_PAGE);
        }
    }

    private static Book post(DSLContext sql, Book book, List<Record> lines) {
        Record entry = lines.getFirst();
        Instant at = entry.get("posted_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return switch (Decider.decide(book, List.of(command(entry, lines)), at)) {
            case Decision.Accepted accepted -> {
                CommitCheck.requireWhole(book, accepted);
                new BookWriter(accepted).write(sql);
                yield accepted.book().withoutRequests();
            }
            case Decision.Refused refused ->
                throw new IllegalStateException("the journal cannot be carried over: " + refused.rejection());
        };
    }

    private static Command command(Record entry, List<Record> lines) {
        List<PostingRequest> postings = new ArrayList<>();
        for (Record line : lines) {
            AccountId account = AccountId.parse(line.get("account_code", String.class));
            postings.add(new PostingRequest(
                    account, account.currency(), account.currency().exponent(), line.get("amount", Long.class)));
        }
        String payment = entry.get("payment_id", String.class);
        return new Command.Post(
                entry.get("entry_key", String.class),
                payment == null ? null : new PaymentId(payment),
                entry.get("narrative", String.class),
                postings,
                null,
                null);
    }
}
