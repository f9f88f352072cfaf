package io.portolan.domain.payment;

import static io.portolan.domain.ledger.Posting.credit;
import static io.portolan.domain.ledger.Posting.debit;

import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.Movement;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of a returned payout, the one fact that no plan foresees: we owe what really came back, and have not earned the fee. What
 * the bank had paid beyond the plan goes back to suspense.
 */
final class ReturnEntries {
    private ReturnEntries() {}

    static List<JournalEntry> of(Payment payment, Instruction payout, Movement movement, Money back) {
        List<JournalEntry> entries = new ArrayList<>();
        AccountId owed = Accounts.payable(payment.merchant(), back.currency());
        AccountId bank = Accounts.nostro(movement.terms().account());
        List<Posting> returned = new ArrayList<>(List.of(debit(bank, back)));
        Money beyond = back.minus(payout.amount());
        if (beyond.isPositive()) {
            returned.add(credit(owed, payout.amount()));
            returned.add(credit(Accounts.house(AccountKind.SUSPENSE, back.currency()), beyond));
        } else {
            returned.add(credit(owed, back));
        }
        entries.add(entry(payment, payout, "returned", returned));
        Money fee = payment.price().fee();
        if (fee.isPositive()) {
            AccountId income = Accounts.house(AccountKind.FEE_INCOME, fee.currency());
            AccountId owedFee = Accounts.payable(payment.merchant(), fee.currency());
            entries.add(entry(payment, payout, "fee-returned", List.of(debit(income, fee), credit(owedFee, fee))));
        }
        return entries;
    }

    private static JournalEntry entry(Payment payment, Instruction payout, String name, List<Posting> postings) {
        String key = payout.key().value() + "/" + name;
        return new JournalEntry(key, payment.id(), payout.kind().code() + " " + name, postings);
    }
}
