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
            for (PostedEntry.AccountPosting posting : postingsOf(journal, account)) {
                sequence++;
                assertThat(posting.sequence()).isEqualTo(sequence);
                assertThat(posting.before()).isEqualTo(balance);
                assertThat(posting.after()).isEqualTo(balance.plus(posting.amount()));
                balance = posting.after();
            }
            if (sequence > 0) {
                assertThat(journal.balances()).contains(new AccountBalance(account, balance, sequence));
            }
            sum += balance.minorUnits();
        }
        assertThat(sum).isZero();
    }
}
