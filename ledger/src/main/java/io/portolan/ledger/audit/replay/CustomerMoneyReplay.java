package io.portolan.ledger.audit.replay;

import io.portolan.ledger.audit.stored.DerivedRow;
import io.portolan.ledger.audit.stored.StoredEvent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What each payment has on accounts that hold customer money, as far as replayed, and the rule that after each event none has less than nothing. */
final class CustomerMoneyReplay {
    private final EventFindings findings;
    private final Map<AccountPayment, Long> balances = new HashMap<>();
    private final Set<ReplayedAccount> changedByEvent = new LinkedHashSet<>();

    CustomerMoneyReplay(EventFindings findings) {
        this.findings = findings;
    }

    /** Adds a posting of the event. */
    void replay(StoredEvent event, ReplayedAccount account, long amount) {
        if (!account.holdsCustomerMoney()) {
            return;
        }
        AccountPayment key = AccountPayment.of(event, account);
        long before = balances.getOrDefault(key, 0L);
        long after = before + amount;
        if (((before ^ after) & (amount ^ after)) < 0) {
            findings.add(event, "a balance that fits for " + key, before + " and " + amount);
        }
        if (after == 0) {
            balances.remove(key);
        } else {
            balances.put(key, after);
        }
        changedByEvent.add(account);
    }

    /** Checks what the event's postings, all of which were added, have left. */
    void endEvent(StoredEvent event) {
        for (ReplayedAccount account : changedByEvent) {
            AccountPayment key = AccountPayment.of(event, account);
            long balance = balances.getOrDefault(key, 0L);
            if (!account.mayStandAt(balance)) {
                findings.add(event, "money that belongs to " + key, "a balance of " + balance + " after it");
            }
        }
        changedByEvent.clear();
    }

    /** Reports the balances that are not zero. */
    void reportTo(Consumer<DerivedRow> rows) {
        balances.forEach((key, balance) -> rows.accept(key.asRow(balance)));
    }

    /** @param payment empty for entries without one */
    private record AccountPayment(String account, String payment) {
        static AccountPayment of(StoredEvent event, ReplayedAccount account) {
            return new AccountPayment(account.code, event.payment() == null ? "" : event.payment());
        }

        DerivedRow asRow(long balance) {
            return new DerivedRow.PaymentBalance(account, payment, balance);
        }

        @Override
        public String toString() {
            return (payment.isEmpty() ? "no payment" : payment) + " on " + account;
        }
    }
}
