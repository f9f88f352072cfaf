package io.portolan.db.ledger;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.book.PostingRow;
import io.portolan.ledger.command.CommandResult;
import io.portolan.ledger.event.EventRow;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first of the three verifications: what is about to be committed is checked again, with arithmetic of its own, and nothing is committed
 * that does not follow from what is stored.
 */
final class CommitCheck {
    private final Book before;
    private final Map<AccountId, PostingRow> last = new HashMap<>();

    private CommitCheck(Book before) {
        this.before = before;
    }

    /** @throws IllegalStateException if the rows do not continue the book: a bug of ours, so that nothing may be written */
    static void requireConsistent(Book before, CommandResult.Applied applied) {
        requireOrder(before, applied.events());
        CommitCheck check = new CommitCheck(before);
        Map<String, BigInteger> sums = new HashMap<>();
        for (PostingRow posting : applied.postings()) {
            check.checkPosting(posting);
            String event = posting.position() + " " + posting.account().currency();
            sums.merge(event, BigInteger.valueOf(posting.amount()), BigInteger::add);
        }
        requireOwnMoney(before, applied);
        sums.forEach((event, sum) -> require(sum.signum() == 0, "event " + event + " does not balance: off by " + sum));
    }

    private static void requireOrder(Book before, List<EventRow> events) {
        long position = before.position();
        var at = before.recordedAt();
        for (EventRow event : events) {
            position++;
            require(event.position() == position, "event " + event.position() + " is at position " + position);
            require(event.recordedAt().isAfter(at), "event " + position + " is not later than the one before");
            at = event.recordedAt();
        }
    }

    /** What each payment has afterwards follows from what it had, and is not less than nothing unless the account may be overdrawn. */
    private static void requireOwnMoney(Book before, CommandResult.Applied applied) {
        Map<PaymentBalance.Key, BigInteger> after = new HashMap<>();
        long first = before.position() + 1;
        for (PostingRow posting : applied.postings()) {
            if (posting.account().kind().holdsCustomerMoney()) {
                EventRow event = applied.events().get(Math.toIntExact(posting.position() - first));
                var key = new PaymentBalance.Key(posting.account(), event.payment());
                after.computeIfAbsent(
                        key, _ -> BigInteger.valueOf(before.paymentBalance(key).balance()));
                after.merge(key, BigInteger.valueOf(posting.amount()), BigInteger::add);
            }
        }
        after.forEach((key, balance) -> {
            PaymentBalance decided = applied.book().paymentBalance(key);
            require(
                    balance.equals(BigInteger.valueOf(decided.balance())),
                    key + " has a balance of " + balance + ", not " + decided.balance());
            boolean isOverdraftAllowed =
                    applied.book().accounts().find(key.account()).orElseThrow().overdraftAllowed();
            require(isOverdraftAllowed || decided.available() >= 0, key + " has less than nothing: " + balance);
        });
    }

    private void checkPosting(PostingRow posting) {
        Optional<Account> stored = before.accounts().find(posting.account());
        PostingRow previous = last.put(posting.account(), posting);
        long sequence = previous != null
                ? previous.sequence()
                : stored.map(Account::sequence).orElse(0L);
        long posted = previous != null
                ? previous.postedAfter()
                : stored.map(Account::posted).orElse(0L);
        long held = previous != null
                ? previous.heldAfter()
                : stored.map(Account::held).orElse(0L);
        String where = posting.account() + " posting " + posting.sequence();
        require(posting.sequence() == Math.addExact(sequence, 1), where + " follows posting " + sequence);
        require(
                posting.postedBefore() == posted,
                where + " has balance before " + posting.postedBefore() + ", not " + posted);
        require(posting.heldBefore() == held, where + " has held before " + posting.heldBefore() + ", not " + held);
        require(
                Math.addExact(posted, posting.amount()) == posting.postedAfter(),
                where + " has a wrong posted balance");
        require(Math.addExact(held, posting.holdChange()) == posting.heldAfter(), where + " has a wrong held balance");
    }

    private static void require(boolean isTrue, String otherwise) {
        if (!isTrue) {
            throw new IllegalStateException("the book would be inconsistent: " + otherwise);
        }
    }
}
