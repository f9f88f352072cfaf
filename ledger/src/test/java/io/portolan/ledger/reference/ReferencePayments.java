package io.portolan.ledger.reference;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.ledger.book.Book;
import io.portolan.ledger.book.PaymentBalance;
import io.portolan.ledger.command.Rejection.Reason;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What payments have, as naively as can be: all postings are kept, and whoever wants to know adds them up. */
final class ReferencePayments {
    private final List<Line> lines = new ArrayList<>();

    void copyFrom(ReferencePayments other) {
        lines.clear();
        lines.addAll(other.lines);
    }

    /** Adds an event's postings. Rejects them if its payment then owes money to other customers, or if a sum is beyond 64 bits. */
    Optional<Reason> add(
            List<ReferencePosting> postings, @Nullable PaymentId payment, Map<AccountId, ReferenceBalance> accounts) {
        List<Line> added = postings.stream()
                .filter(posting -> posting.account().kind() == AccountKind.PAYABLE
                        || posting.account().kind() == AccountKind.UNCLAIMED_REFUND)
                .map(posting -> new Line(posting.account(), Objects.toString(payment, ""), posting.amount()))
                .toList();
        lines.addAll(added);
        for (Line line : added) {
            BigInteger balance = balance(line);
            if (balance.abs().bitLength() > 63) {
                return Optional.of(Reason.OVERFLOW);
            }
            if (balance.signum() > 0 && !accounts.get(line.account).overdraftAllowed()) {
                return Optional.of(Reason.CUSTOMER_MONEY);
            }
        }
        return Optional.empty();
    }

    /** What is not zero, by account and payment. */
    Map<String, BigInteger> balances() {
        Map<String, BigInteger> balances = new TreeMap<>();
        lines.forEach(line -> balances.merge(line.account + " " + line.payment, line.amount, BigInteger::add));
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }

    /** The same of the engine's book. */
    static Map<String, BigInteger> balancesOf(Book book) {
        Map<String, BigInteger> balances = new TreeMap<>();
        for (PaymentBalance each :
                book.withoutEmptyPaymentBalances().paymentBalances().values()) {
            balances.put(each.key().account() + " " + each.key().paymentText(), BigInteger.valueOf(each.balance()));
        }
        return balances;
    }

    private BigInteger balance(Line of) {
        return lines.stream()
                .filter(line -> line.account.equals(of.account) && line.payment.equals(of.payment))
                .map(Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private record Line(AccountId account, String payment, BigInteger amount) {}
}
