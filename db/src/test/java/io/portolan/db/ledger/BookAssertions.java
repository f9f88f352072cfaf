package io.portolan.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.db.Database;
import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.money.Money;
import io.portolan.ledger.book.PostingRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Checks the book's invariants: no gap in a sequence, before and after fit together, the balances sum to zero. */
public final class BookAssertions {
    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");
    private static final int PAGE = 1_000;

    private BookAssertions() {}

    public static List<PostingRow> postingsOf(Database database, AccountId account) {
        List<PostingRow> postings = new ArrayList<>();
        List<PostingRow> page;
        do {
            PostingRow last = postings.isEmpty() ? null : postings.getLast();
            page = database.history().statement(account, Instant.EPOCH, LATER, last, PAGE);
            postings.addAll(page);
        } while (page.size() == PAGE);
        return postings;
    }

    /** The accounts must be of one currency and post only among themselves. */
    public static void requireConsistent(Database database, List<AccountId> accounts) {
        List<AccountBalance> balances = database.journal().balances();
        long sum = 0;
        for (AccountId account : accounts) {
            long balance = 0;
            long sequence = 0;
            for (PostingRow posting : postingsOf(database, account)) {
                sequence++;
                assertThat(posting.sequence()).isEqualTo(sequence);
                assertThat(posting.postedBefore()).isEqualTo(balance);
                assertThat(posting.postedAfter()).isEqualTo(balance + posting.amount());
                balance = posting.postedAfter();
            }
            if (sequence > 0) {
                assertThat(balances)
                        .contains(new AccountBalance(account, new Money(account.currency(), balance), sequence));
            }
            sum += balance;
        }
        assertThat(sum).isZero();
    }
}
