package io.portolan.domain.saga;

import static io.portolan.domain.ledger.Posting.credit;
import static io.portolan.domain.ledger.Posting.debit;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.Accounts;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.PlannedEntry;
import io.portolan.domain.plan.PlannedEntry.Occasion;
import io.portolan.domain.plan.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that a payment's movements call for, gathered for one movement at a time.
 *
 * <p>Between movements, what a payment holds stands on its merchant's payable account, in the currency in which it is held: that account is what we owe. It is zero for a
 * payment that has ended.
 */
final class Entries {
    private final MerchantId merchant;
    private final List<PlannedEntry> planned = new ArrayList<>();

    Entries(MerchantId merchant) {
        this.merchant = merchant;
    }

    /** What was gathered. */
    List<PlannedEntry> planned() {
        return List.copyOf(planned);
    }

    Entries collection(Terms.Collection terms) {
        Money amount = terms.amount();
        on(Occasion.BOOKED, "booked", debit(inTransit(terms.into()), amount), credit(payable(amount), amount));
        return on(
                Occasion.SETTLED,
                "settled",
                debit(nostro(terms.into()), amount),
                credit(inTransit(terms.into()), amount));
    }

    /** Transfers between our own accounts have moved with their booking. */
    Entries ownTransfer(Terms.OwnTransfer terms) {
        Money amount = terms.amount();
        return on(Occasion.BOOKED, "booked", debit(nostro(terms.into()), amount), credit(nostro(terms.from()), amount));
    }

    /** The two linked orders of one trade, and its allotment to the merchant, which brings the position back to zero. */
    Entries trade(Terms.Trade terms) {
        Money sell = terms.rate().sell();
        Money buy = terms.rate().buy();
        on(Occasion.BOOKED, "order-one", debit(position(sell), sell), credit(nostro(terms.sold()), sell));
        on(Occasion.BOOKED, "order-two", debit(nostro(terms.bought()), buy), credit(position(buy), buy));
        return exchange("allotted", sell, buy);
    }

    /** We keep the currency, at the rate at which it was bought: it is our position from now on. */
    Entries kept(Money currency, Money valuedAt) {
        return exchange("kept", currency, valuedAt);
    }

    Entries payout(Terms.Payout terms, Money fee) {
        Money amount = terms.amount();
        on(Occasion.BOOKED, "booked", debit(payable(amount), amount), credit(inTransit(terms.from()), amount));
        on(Occasion.SETTLED, "settled", debit(inTransit(terms.from()), amount), credit(nostro(terms.from()), amount));
        return fee.isZero()
                ? this
                : on(Occasion.BOOKED, "fee", debit(payable(fee), fee), credit(house(AccountKind.FEE_INCOME, fee), fee));
    }

    /** What the buyer is owed goes back from this account; where the buyer's bank rejects it, it is a debt to the buyer on an account of its own. */
    Entries refund(Terms.Refund terms, AccountId owedOn) {
        Money amount = terms.amount();
        AccountId unclaimed = Accounts.unclaimed(merchant, amount.currency());
        on(Occasion.REJECTED, "unclaimed", debit(owedOn, amount), credit(unclaimed, amount));
        on(Occasion.RETRIED, "reclaimed", debit(unclaimed, amount), credit(owedOn, amount));
        on(Occasion.BOOKED, "booked", debit(owedOn, amount), credit(inTransit(terms.from()), amount));
        return on(
                Occasion.SETTLED,
                "settled",
                debit(inTransit(terms.from()), amount),
                credit(nostro(terms.from()), amount));
    }

    /** What an unwind gains is ours, and what it loses is borne by the one who bears it: by the buyer in that he gets less. */
    Entries cost(PlanCost cost) {
        LossBearer bearer = cost.bearer();
        Money result = cost.fxResult();
        if (result.isPositive()) {
            on(
                    Occasion.BOOKED,
                    "fx-gain",
                    debit(payable(result), result),
                    credit(house(AccountKind.FX_GAIN, result), result));
        } else if (result.isNegative()) {
            borne("fx-loss", AccountKind.FX_LOSS, result.negated(), bearer);
        }
        if (cost.bankFees().isPositive()) {
            borne("bank-fees", AccountKind.FEE_EXPENSE, cost.bankFees(), bearer);
        }
        return this;
    }

    /** What a merchant owed us for refunds that it asked for is paid by what came back. */
    Entries receivablePaid(Money amount) {
        AccountId receivable = Accounts.receivable(merchant, amount.currency());
        return amount.isZero()
                ? this
                : on(Occasion.BOOKED, "receivable-paid", debit(payable(amount), amount), credit(receivable, amount));
    }

    private void borne(String name, AccountKind expense, Money loss, LossBearer bearer) {
        switch (bearer) {
            case HOUSE -> on(Occasion.BOOKED, name, debit(house(expense, loss), loss), credit(payable(loss), loss));
            case MERCHANT ->
                on(
                        Occasion.BOOKED,
                        name,
                        debit(Accounts.receivable(merchant, loss.currency()), loss),
                        credit(payable(loss), loss));
            // The refund is smaller by the loss, so nothing remains to be booked.
            case BUYER -> {}
        }
    }

    private Entries exchange(String name, Money given, Money received) {
        return on(
                Occasion.BOOKED,
                name,
                debit(payable(given), given),
                credit(position(given), given),
                debit(position(received), received),
                credit(payable(received), received));
    }

    private Entries on(Occasion occasion, String name, Posting... postings) {
        planned.add(new PlannedEntry(occasion, name, List.of(postings)));
        return this;
    }

    private AccountId payable(Money amount) {
        return Accounts.payable(merchant, amount.currency());
    }

    private static AccountId position(Money amount) {
        return house(AccountKind.FX_POSITION, amount);
    }

    private static AccountId house(AccountKind kind, Money amount) {
        return Accounts.house(kind, amount.currency());
    }

    private static AccountId nostro(NostroAccount account) {
        return Accounts.nostro(account);
    }

    private static AccountId inTransit(NostroAccount account) {
        return Accounts.inTransit(account);
    }
}
