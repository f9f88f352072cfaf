package io.portolan.db.ledger;

import static io.portolan.db.generated.Tables.ACCOUNT;

import io.portolan.db.generated.tables.records.AccountRecord;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** The accounts of some entries, all locked in the one order, with their balances as posting moves them. */
final class LockedAccounts {
    private final DSLContext sql;
    private final Map<AccountId, AccountRecord> rows = new TreeMap<>();
    private final Set<AccountId> moved = new HashSet<>();

    private LockedAccounts(DSLContext sql) {
        this.sql = sql;
    }

    /** Locks the accounts and opens those that are new. */
    static LockedAccounts of(DSLContext sql, Collection<JournalEntry> entries) {
        List<AccountId> ids = entries.stream()
                .flatMap(entry -> entry.postings().stream())
                .map(Posting::account)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        LockedAccounts accounts = new LockedAccounts(sql);
        accounts.lock(ids);
        List<AccountId> missing =
                ids.stream().filter(id -> !accounts.rows.containsKey(id)).toList();
        missing.forEach(accounts::open);
        accounts.lock(missing);
        return accounts;
    }

    /** Moves the account's balance and says how. Refuses overflow. */
    PostedEntry.Line apply(Posting posting) {
        AccountRecord row = Objects.requireNonNull(rows.get(posting.account()));
        Money before = new Money(row.getCurrency(), row.getBalance());
        Money after = before.plus(posting.amount());
        row.setBalance(after.minorUnits());
        row.setSequence(Math.addExact(row.getSequence(), 1));
        moved.add(posting.account());
        return new PostedEntry.Line(posting.account(), row.getSequence(), posting.amount(), before, after);
    }

    /** Keeps the new balances. */
    void write() {
        for (AccountId id : moved) {
            AccountRecord row = Objects.requireNonNull(rows.get(id));
            sql.update(ACCOUNT)
                    .set(ACCOUNT.BALANCE, row.getBalance())
                    .set(ACCOUNT.SEQUENCE, row.getSequence())
                    .where(ACCOUNT.CODE.eq(id))
                    .execute();
        }
    }

    private void lock(List<AccountId> ids) {
        if (!ids.isEmpty()) {
            sql.selectFrom(ACCOUNT)
                    .where(ACCOUNT.CODE.in(ids))
                    .orderBy(ACCOUNT.CODE)
                    .forUpdate()
                    .forEach(row -> rows.put(row.getCode(), row));
        }
    }

    /** Two may open an account at once: the second one waits, and changes nothing. */
    private void open(AccountId id) {
        sql.insertInto(ACCOUNT)
                .set(new AccountRecord(id, id.kind(), id.holder(), id.currency(), 0L, 0L))
                .onDuplicateKeyUpdate()
                .set(ACCOUNT.CODE, id)
                .execute();
    }
}
