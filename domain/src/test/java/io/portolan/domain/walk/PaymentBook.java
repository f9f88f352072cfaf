package io.portolan.domain.walk;

import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.AccountKind.Side;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one payment has posted, account by account. It refuses what the ledger would refuse if the payment were alone: an overdraft, and a key that was used before. */
final class PaymentBook {
    private static final Set<AccountKind> NEVER_OVERDRAWN =
            Set.of(AccountKind.PAYABLE, AccountKind.UNCLAIMED_REFUND, AccountKind.RECEIVABLE);

    private final Map<AccountId, Money> balances = new TreeMap<>();
    private final Set<String> keys = new HashSet<>();

    void post(JournalEntry entry) {
        if (!keys.add(entry.key())) {
            throw new AssertionError(entry.key() + " is posted twice: the ledger would drop the second");
        }
        entry.postings().forEach(posting -> post(entry, posting));
    }

    /** A debit is positive, a credit negative. */
    Money balance(AccountId account) {
        return balances.getOrDefault(account, Money.zero(account.currency()));
    }

    /** The accounts of this kind that do not stand at zero. */
    Map<AccountId, Money> open(AccountKind kind) {
        Map<AccountId, Money> open = new TreeMap<>(balances);
        open.entrySet()
                .removeIf(
                        each -> each.getKey().kind() != kind || each.getValue().isZero());
        return open;
    }

    private void post(JournalEntry entry, Posting posting) {
        AccountId account = posting.account();
        Money after = balances.merge(account, posting.amount(), Money::plus);
        boolean debit = account.kind().normalSide() == Side.DEBIT;
        if (NEVER_OVERDRAWN.contains(account.kind()) && (debit ? after.isNegative() : after.isPositive())) {
            throw new AssertionError(entry.key() + " overdraws " + account + " by " + after);
        }
    }
}
