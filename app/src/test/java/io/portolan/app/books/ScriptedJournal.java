package io.portolan.app.books;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.PostedEntry.AccountPosting;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A book in which a test writes each line itself, right or wrong. */
final class ScriptedJournal implements Journal {
    private static final int SMALL_PAGE = 2;

    private final Map<AccountId, List<AccountPosting>> lines = new TreeMap<>();
    private final Map<AccountId, AccountBalance> balances = new TreeMap<>();

    /** The next line of the account, as it should be. */
    ScriptedJournal addLine(AccountId account, long minorUnits) {
        addLineBeyondBalance(account, minorUnits);
        List<AccountPosting> all = lines.get(account);
        balances.put(account, new AccountBalance(account, all.getLast().after(), all.size()));
        return this;
    }

    void addLineBeyondBalance(AccountId account, long minorUnits) {
        List<AccountPosting> all = lines.computeIfAbsent(account, _ -> new ArrayList<>());
        Money before =
                all.isEmpty() ? Money.zero(account.currency()) : all.getLast().after();
        Money amount = Money.of(account.currency(), minorUnits);
        all.add(new AccountPosting(account, all.size() + 1L, amount, before, before.plus(amount)));
    }

    void removeLine(AccountId account, long sequence) {
        lines.get(account).removeIf(line -> line.sequence() == sequence);
    }

    void replaceLine(AccountId account, long sequence, Money amount, Money before, Money after) {
        lines.get(account)
                .replaceAll(line -> line.sequence() == sequence
                        ? new AccountPosting(account, sequence, amount, before, after)
                        : line);
    }

    ScriptedJournal setBalance(AccountId account, long minorUnits) {
        Money balance = Money.of(account.currency(), minorUnits);
        balances.computeIfPresent(account, (_, old) -> new AccountBalance(account, balance, old.postings()));
        return this;
    }

    @Override
    public List<AccountBalance> balances() {
        return List.copyOf(balances.values());
    }

    /** In pages of two, so that whoever reads has to turn them. */
    @Override
    public List<AccountPosting> linesOf(AccountId account, long afterSequence, int limit) {
        return lines.getOrDefault(account, List.of()).stream()
                .filter(line -> line.sequence() > afterSequence)
                .limit(Math.min(limit, SMALL_PAGE))
                .toList();
    }

    @Override
    public void post(List<JournalEntry> entries) {
        throw new UnsupportedOperationException("lines are written one by one");
    }

    @Override
    public List<PostedEntry> entriesOf(PaymentId payment) {
        throw new UnsupportedOperationException("lines are written one by one");
    }
}
