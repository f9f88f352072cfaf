package io.portolan.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.money.Money;
import java.util.List;

/** Checks the book's invariants: no gap in a sequence, before and after fit together, the balances sum to zero. */
public final class BookAssertions {
    private BookAssertions() {}

    public static List<PostedEntry.AccountPosting> postingsOf(Journal journal, AccountId account) {
        return journal.linesOf(account, 0, Integer.MAX_VALUE);
    }

    /** The accounts must be of one currency and post only among themselves. */
    public static void requireConsistent(Journal journal, List<AccountId> accounts) {
        long sum = 0;
        for (AccountId account : accounts) {
            Money balance = Money.zero(account.currency());
            long sequence = 0;
            for (PostedEntry.AccountPosting line : postingsOf(journal, account)) {
                sequence++;
                assertThat(line.sequence()).isEqualTo(sequence);
                assertThat(line.before()).isEqualTo(balance);
                assertThat(line.after()).isEqualTo(balance.plus(line.amount()));
                balance = line.after();
            }
            if (sequence > 0) {
                assertThat(journal.balances()).contains(new AccountBalance(account, balance, sequence));
            }
            sum += balance.minorUnits();
        }
        assertThat(sum).isZero();
    }
}
