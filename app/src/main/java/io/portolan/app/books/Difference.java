package io.portolan.app.books;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.LocalDate;

/** One way in which the books do not add up. Its text is for people. */
public sealed interface Difference {
    /** The balances of one currency do not sum to zero. */
    record CurrencyImbalance(Currency currency, Money sum) implements Difference {
        @Override
        public String toString() {
            return "the balances in %s sum to %s, not to zero".formatted(currency, sum);
        }
    }

    /** An account's lines do not count up by one from one. */
    record Gap(AccountId account, long expected, long found) implements Difference {
        @Override
        public String toString() {
            return "%s has line %d where line %d should stand".formatted(account, found, expected);
        }
    }

    /** A line does not begin with the balance that the line before it left. */
    record BrokenChain(AccountId account, long sequence, Money left, Money before) implements Difference {
        @Override
        public String toString() {
            return "%s line %d begins with %s, but the line before it left %s"
                    .formatted(account, sequence, before, left);
        }
    }

    /** A line's balance before and its amount do not make its balance after. */
    record WrongSum(AccountId account, long sequence, Money sum, Money after) implements Difference {
        @Override
        public String toString() {
            return "%s line %d says %s, but adds up to %s".formatted(account, sequence, after, sum);
        }
    }

    /** An account's present balance is not what its last line left, or lines are missing at its end. */
    record WrongBalance(AccountId account, long postings, Money balance, Money left) implements Difference {
        @Override
        public String toString() {
            return "%s stands at %s after %d lines, but they come to %s".formatted(account, balance, postings, left);
        }
    }

    /** The bank's closing balance is not what we hold there, settled or in transit. */
    record StatementMismatch(NostroAccount account, LocalDate date, Money ours, Money closing) implements Difference {
        @Override
        public String toString() {
            return "%s closes %s with %s at the bank, with %s in our book"
                    .formatted(account.number(), date, closing, ours);
        }
    }

    /** There is no trustworthy statement for an account of ours. */
    record StatementMissing(NostroAccount account, String detail) implements Difference {
        @Override
        public String toString() {
            return "%s has no statement: %s".formatted(account.number(), detail);
        }
    }
}
