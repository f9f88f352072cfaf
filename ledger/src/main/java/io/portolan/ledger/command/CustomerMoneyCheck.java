package io.portolan.ledger.command;

import io.portolan.domain.ledger.AccountId;
import io.portolan.ledger.book.Account;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.event.Event;
import io.portolan.ledger.event.EventPosting;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * On accounts that hold customer money, no payment spends more than it has there, whatever other payments have. Entries without a payment
 * share one balance of their own. As with overdraft, the whole event counts, and accounts that may be overdrawn are not checked.
 *
 * <p>Holds are of accounts and not of payments: what is held is taken off what the account has as a whole, by {@link PostingCheck}, and not off what any
 * payment has.
 */
final class CustomerMoneyCheck {
    private final Book book;
    private final Command command;

    CustomerMoneyCheck(Book book, Command command) {
        this.book = book;
        this.command = command;
    }

    /** The accounts must be in the book. */
    Optional<RuleResult> check(Event.BalancesChanged event) {
        Map<AccountId, BigInteger> changes = changes(event);
        return changes.entrySet().stream()
                .flatMap(change -> check(keyOf(event, change.getKey()), change.getValue()).stream())
                .findFirst();
    }

    private static Map<AccountId, BigInteger> changes(Event.BalancesChanged event) {
        Map<AccountId, BigInteger> changes = new LinkedHashMap<>();
        for (EventPosting posting : event.postings()) {
            if (posting.account().kind().holdsCustomerMoney()) {
                changes.merge(posting.account(), BigInteger.valueOf(posting.amount()), BigInteger::add);
            }
        }
        return changes;
    }

    private static PaymentBalance.Key keyOf(Event.BalancesChanged event, AccountId account) {
        return new PaymentBalance.Key(account, event.payment());
    }

    private Optional<RuleResult> check(PaymentBalance.Key key, BigInteger change) {
        PaymentBalance before = book.paymentBalance(key);
        Optional<PaymentBalance> after = before.plus(change);
        if (after.isEmpty()) {
            String required = "a balance of " + payment(key) + " that fits in 64 bits (now " + before.balance() + ")";
            return reject(Reason.OVERFLOW, key, required, change);
        }
        Account account = book.accounts().find(key.account()).orElseThrow();
        return account.overdraftAllowed() || after.get().available() >= 0
                ? Optional.empty()
                : reject(
                        Reason.CUSTOMER_MONEY,
                        key,
                        "at most " + before.available() + " of " + payment(key),
                        change.abs());
    }

    private Optional<RuleResult> reject(Reason reason, PaymentBalance.Key key, String required, Object found) {
        return Optional.of(RuleResult.reject(command, reason, key.account(), required, found));
    }

    private static String payment(PaymentBalance.Key key) {
        return key.payment() == null ? "no payment" : key.payment().value();
    }
}
