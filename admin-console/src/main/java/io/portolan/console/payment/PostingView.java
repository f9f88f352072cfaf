package io.portolan.console.payment;

import io.portolan.console.text.AmountText;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.PostedEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry: the amount on its side, and the account's balance around it.
 *
 * @param sequence the line's place in its account; 0 for a line that is not posted yet
 */
record PostingView(
        String account,
        String title,
        long sequence,
        @Nullable AmountText debit,
        @Nullable AmountText credit,
        String before,
        String after) {

    static PostingView of(PostedEntry.AccountPosting line) {
        return of(line.account(), line.amount(), line.sequence(), balance(line.before()), balance(line.after()));
    }

    static PostingView of(Posting posting) {
        return of(posting.account(), posting.amount(), 0, "", "");
    }

    private static PostingView of(AccountId account, Money amount, long sequence, String before, String after) {
        boolean debit = amount.isPositive();
        return new PostingView(
                account.code(),
                title(account),
                sequence,
                debit ? AmountText.of(amount) : null,
                debit ? null : AmountText.of(amount.negated()),
                before,
                after);
    }

    /** With the side on which it stands: {@code Dr} or {@code Cr}. */
    private static String balance(Money money) {
        if (money.isZero()) {
            return AmountText.of(money).digits();
        }
        return money.isPositive()
                ? AmountText.of(money).digits() + " Dr"
                : AmountText.of(money.negated()).digits() + " Cr";
    }

    private static String title(AccountId account) {
        String holder = account.holder();
        return switch (account.kind()) {
            case NOSTRO -> "Our account at bank " + holder;
            case IN_TRANSIT -> "In transit at bank " + holder;
            case FLOAT -> "Float";
            case PAYABLE -> "Payable to merchant " + holder;
            case UNCLAIMED_REFUND -> "Unclaimed refunds, " + holder;
            case RECEIVABLE -> "Receivable from " + holder;
            case FX_POSITION -> "FX position";
            case FX_GAIN -> "FX gain";
            case FX_LOSS -> "FX loss";
            case FEE_INCOME -> "Fee income";
            case FEE_EXPENSE -> "Fee expense";
            case ROUNDING -> "Rounding";
            case SUSPENSE -> "Suspense";
            case OWN_FUNDS -> "Own funds";
        };
    }
}
