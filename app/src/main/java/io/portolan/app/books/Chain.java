package io.portolan.app.books;

import io.portolan.domain.ledger.AccountBalance;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.ledger.PostedEntry.AccountPosting;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Follows one account's lines from the first to the present balance. Lines that are added meanwhile are checked too, but not expected. */
final class Chain {
    private static final int PAGE = 1_000;

    private final AccountBalance present;
    private final List<Difference> found = new ArrayList<>();
    private long sequence;
    private Money left;
    private Money leftAtPresent;

    Chain(AccountBalance present) {
        this.present = present;
        this.left = Money.zero(present.account().currency());
        this.leftAtPresent = left;
    }

    List<Difference> check(Journal journal) {
        List<AccountPosting> page = journal.linesOf(present.account(), 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::follow);
            page = journal.linesOf(present.account(), sequence, PAGE);
        }
        if (sequence < present.postings() || !leftAtPresent.equals(present.balance())) {
            found.add(new Difference.WrongBalance(
                    present.account(), present.postings(), present.balance(), leftAtPresent));
        }
        return found;
    }

    private void follow(AccountPosting line) {
        AccountId account = present.account();
        if (line.sequence() != sequence + 1) {
            found.add(new Difference.Gap(account, sequence + 1, line.sequence()));
        }
        if (!line.before().equals(left)) {
            found.add(new Difference.BrokenChain(account, line.sequence(), left, line.before()));
        }
        Money sum = line.before().plus(line.amount());
        if (!sum.equals(line.after())) {
            found.add(new Difference.WrongSum(account, line.sequence(), sum, line.after()));
        }
        sequence = line.sequence();
        left = line.after();
        if (sequence <= present.postings()) {
            leftAtPresent = left;
        }
    }
}
