package io.portolan.ledger.reference;

import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind.Side;
import io.portolan.domain.ledger.AccountStatus;
import io.portolan.domain.money.Currency;
import io.portolan.ledger.command.Command;
import io.portolan.ledger.command.Rejection.Reason;
import io.portolan.ledger.command.UncheckedPosting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A posting as the reference computes it. */
record ReferencePosting(AccountId account, BigInteger amount, BigInteger holdChange) {
    private static final BigInteger LARGEST = BigInteger.TWO.pow(63).subtract(BigInteger.ONE);

    /** @param sign 1, or -1 for the opposite */
    static List<ReferencePosting> of(List<UncheckedPosting> postings, int sign) {
        List<ReferencePosting> result = new ArrayList<>();
        for (UncheckedPosting posting : postings) {
            BigInteger amount = BigInteger.valueOf(posting.minorUnits()).multiply(BigInteger.valueOf(sign));
            result.add(new ReferencePosting(posting.account(), amount, BigInteger.ZERO));
        }
        return result;
    }

    /** @param sign 1 to hold, -1 to release */
    static ReferencePosting hold(Command.Hold hold, int sign) {
        return new ReferencePosting(hold.account(), BigInteger.ZERO, BigInteger.valueOf(hold.amount() * sign));
    }

    /** What is wrong with the first posting that has anything wrong with it. */
    static Optional<Reason> checkMoney(List<UncheckedPosting> postings) {
        for (UncheckedPosting posting : postings) {
            Currency currency = posting.account().currency();
            if (!posting.currency().equals(currency)) {
                return Optional.of(Reason.WRONG_CURRENCY);
            }
            if (posting.scale() != currency.exponent()) {
                return Optional.of(Reason.WRONG_SCALE);
            }
            if (posting.minorUnits() == 0 || posting.minorUnits() == Long.MIN_VALUE) {
                return Optional.of(posting.minorUnits() == 0 ? Reason.MALFORMED : Reason.OVERFLOW);
            }
        }
        return Optional.empty();
    }

    /** Applies the postings to the balances. If they are rejected, the balances may be half-way. */
    static Optional<Reason> apply(
            List<ReferencePosting> postings,
            @Nullable PaymentId payment,
            Map<AccountId, ReferenceBalance> balances,
            ReferencePayments payments) {
        if (!isBalanced(postings)) {
            return Optional.of(Reason.UNBALANCED);
        }
        for (ReferencePosting posting : postings) {
            ReferenceBalance balance = balances.get(posting.account);
            if (balance == null) {
                return Optional.of(Reason.ACCOUNT_UNKNOWN);
            }
            if (balance.status() != AccountStatus.OPEN) {
                return Optional.of(
                        balance.status() == AccountStatus.FROZEN ? Reason.ACCOUNT_FROZEN : Reason.ACCOUNT_CLOSED);
            }
        }
        Map<AccountId, ReferenceBalance> before = Map.copyOf(balances);
        return applyToBalances(postings, balances)
                .or(() -> payments.add(postings, payment, balances))
                .or(() -> checkOverdraft(before, balances));
    }

    private static boolean isBalanced(List<ReferencePosting> postings) {
        Map<Currency, BigInteger> sums = new HashMap<>();
        postings.forEach(posting -> sums.merge(posting.account.currency(), posting.amount, BigInteger::add));
        return sums.values().stream().allMatch(sum -> sum.signum() == 0);
    }

    private static Optional<Reason> applyToBalances(
            List<ReferencePosting> postings, Map<AccountId, ReferenceBalance> balances) {
        for (ReferencePosting posting : postings) {
            ReferenceBalance after = balances.get(posting.account).plus(posting.amount, posting.holdChange);
            if (after.posted().abs().add(after.held()).compareTo(LARGEST) > 0) {
                return Optional.of(Reason.OVERFLOW);
            }
            balances.put(posting.account, after);
        }
        return Optional.empty();
    }

    private static Optional<Reason> checkOverdraft(
            Map<AccountId, ReferenceBalance> before, Map<AccountId, ReferenceBalance> after) {
        boolean isAnyWorse = before.entrySet().stream().anyMatch(account -> {
            ReferenceBalance balance = after.get(account.getKey());
            BigInteger left = available(account.getKey(), balance);
            return !balance.overdraftAllowed()
                    && left.signum() < 0
                    && left.compareTo(available(account.getKey(), account.getValue())) < 0;
        });
        return isAnyWorse ? Optional.of(Reason.OVERDRAFT) : Optional.empty();
    }

    private static BigInteger available(AccountId account, ReferenceBalance balance) {
        BigInteger own = account.kind().normalSide() == Side.DEBIT
                ? balance.posted()
                : balance.posted().negate();
        return own.subtract(balance.held());
    }
}
