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
    /** The name of the entry with which we keep currency that was bought. */
    static final String KEPT = "kept";
    /** The name of the entry that pays what a merchant owes us for refunds. */
    static final String RECEIVABLE_PAID = "receivable-paid";

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
        return exchange(Occasion.BOOKED, "allotted", sell, buy);
    }

    /** We keep the currency, at the rate at which it was bought: it is our position from now on, whatever becomes of the refund. */
    Entries kept(Money currency, Money valuedAt) {
        return exchange(Occasion.INSTRUCTED, KEPT, currency, valuedAt);
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

    /**
     * What an unwind gains is ours, and pays what banks kept of it; what it loses beyond that is borne by the one who bears it: by the buyer in that he gets less.
     */
    Entries cost(Occasion when, PlanCost cost) {
        Money result = cost.fxResult();
        Money fees = cost.bankFees();
        Money covered = fees.minus(cost.loss());
        if (result.isPositive()) {
            on(when, "fx-gain", debit(payable(result), result), credit(house(AccountKind.FX_GAIN, result), result));
            borne(when, "bank-fees-covered", new Loss(AccountKind.FEE_EXPENSE, covered), LossBearer.HOUSE);
            return borne(when, "bank-fees", new Loss(AccountKind.FEE_EXPENSE, fees.minus(covered)), cost.bearer());
        }
        return borne(when, "fx-loss", new Loss(AccountKind.FX_LOSS, result.negated()), cost.bearer())
                .borne(when, "bank-fees", new Loss(AccountKind.FEE_EXPENSE, fees), cost.bearer());
    }

    /** What a merchant owed us for refunds that it asked for is paid by what came back. */
    Entries receivablePaid(Money amount) {
        AccountId receivable = Accounts.receivable(merchant, amount.currency());
        return amount.isZero()
                ? this
                : on(Occasion.BOOKED, RECEIVABLE_PAID, debit(payable(amount), amount), credit(receivable, amount));
    }

    /** What is lost, and on which account the house books it. */
    private record Loss(AccountKind expense, Money amount) {}

    private Entries borne(Occasion when, String name, Loss loss, LossBearer bearer) {
        Money amount = loss.amount();
        if (!amount.isPositive()) {
            return this;
        }
        return switch (bearer) {
            case HOUSE -> on(when, name, debit(house(loss.expense(), amount), amount), credit(payable(amount), amount));
            case MERCHANT ->
                on(
                        when,
                        name,
                        debit(Accounts.receivable(merchant, amount.currency()), amount),
                        credit(payable(amount), amount));
            // The refund is smaller by the loss, so nothing remains to be booked.
            case BUYER -> this;
        };
    }

    /** What is received may be worth less than the smallest unit of its currency. */
    private Entries exchange(Occasion when, String name, Money given, Money received) {
        List<Posting> postings = new ArrayList<>(List.of(debit(payable(given), given), credit(position(given), given)));
        if (received.isPositive()) {
            postings.add(debit(position(received), received));
            postings.add(credit(payable(received), received));
        }
        return on(when, name, postings.toArray(Posting[]::new));
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
