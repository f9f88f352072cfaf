package io.portolan.operations.reconciliation;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.time.LocalDate;

/** One way in which the books do not balance. Its text is for people. */
public sealed interface Difference {
    /** The balances of one currency do not sum to zero. */
    record CurrencyImbalance(Currency currency, Money sum) implements Difference {
        @Override
        public String toString() {
            return "the balances in %s sum to %s, not to zero".formatted(currency, sum);
        }
    }

    /** The bank's closing balance is not what we hold there, settled or in transit. */
    record StatementMismatch(NostroAccount account, LocalDate date, Money ours, Money closing) implements Difference {
        @Override
        public String toString() {
            return "%s on %s: %s at the bank, %s in our ledger".formatted(account.number(), date, closing, ours);
        }
    }

    /** There is no trustworthy statement for an account of ours. */
    record StatementMissing(String account, String detail) implements Difference {
        @Override
        public String toString() {
            return "no statement of %s: %s".formatted(account, detail);
        }
    }
}
