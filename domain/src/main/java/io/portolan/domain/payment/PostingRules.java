package io.portolan.domain.payment;

import static io.portolan.domain.ledger.Posting.credit;
import static io.portolan.domain.ledger.Posting.debit;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.AccountKind;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.ledger.Posting;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.UnwindPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The ledger entries that a payment's facts call for. Pure: the same facts give the same entries under the same keys.
 *
 * <p>Between steps, what a payment holds stands on its merchant's payable account, in the currency in which it is held: that account is what we
 * owe. It is zero for a payment that has ended.
 */
final class PostingRules {
    private final Payment payment;
    private final Instruction cause;
    private final List<JournalEntry> entries = new ArrayList<>();

    private PostingRules(Payment payment, Instruction cause) {
        this.payment = payment;
        this.cause = cause;
    }

    /** What a newly booked instruction moves. */
    static List<JournalEntry> whenBooked(Payment payment, Instruction booked) {
        PostingRules rules = new PostingRules(payment, booked);
        switch (booked.step()) {
            case COLLECTION -> rules.collection();
            case TOP_UP -> rules.topUp();
            case CONVERSION -> rules.conversion();
            case PAYOUT -> rules.payout();
            case REVERSAL -> rules.reversal();
            case REFUND -> rules.refund();
        }
        return rules.entries;
    }

    /** What moves when the funds of a booked instruction settle. Transfers and trades at one bank have moved with their booking. */
    static List<JournalEntry> whenSettled(Payment payment, Instruction settled) {
        PostingRules rules = new PostingRules(payment, settled);
        Money amount = settled.amount();
        NostroAccount collection = payment.route().collection();
        NostroAccount abroad = payment.route().dealerDestination();
        switch (settled.step()) {
            case COLLECTION ->
                rules.entry("settled", debit(nostro(collection), amount), credit(inTransit(collection), amount));
            case REFUND ->
                rules.entry("settled", debit(inTransit(collection), amount), credit(nostro(collection), amount));
            case PAYOUT -> rules.entry("settled", debit(inTransit(abroad), amount), credit(nostro(abroad), amount));
            case TOP_UP, CONVERSION, REVERSAL -> {}
        }
        return rules.entries;
    }

    /** A booked payout came back, perhaps short: the fee is earned no longer, and we owe what really came. */
    static List<JournalEntry> whenReturned(Payment payment, Instruction payout, Money back) {
        PostingRules rules = new PostingRules(payment, payout);
        rules.entry(
                "returned",
                debit(nostro(payment.route().dealerDestination()), back),
                credit(rules.payable(back), back));
        rules.fee("fee-returned", -1);
        return rules.entries;
    }

    /** The buyer's bank rejected the refund: from now on it is a debt to the buyer, on an account of its own. */
    static List<JournalEntry> whenRefundRejected(Payment payment, Instruction refund) {
        PostingRules rules = new PostingRules(payment, refund);
        Money amount = refund.amount();
        rules.entry("unclaimed", debit(rules.payable(amount), amount), credit(rules.unclaimed(amount), amount));
        return rules.entries;
    }

    private void collection() {
        Money amount = cause.amount();
        entry("booked", debit(inTransit(payment.route().collection()), amount), credit(payable(amount), amount));
    }

    private void topUp() {
        Money amount = cause.amount();
        entry(
                "booked",
                debit(nostro(payment.route().dealerSource()), amount),
                credit(nostro(payment.route().collection()), amount));
    }

    private void conversion() {
        trade(
                payment.price().firmRate(),
                payment.route().dealerSource(),
                payment.route().dealerDestination());
    }

    private void payout() {
        Money amount = cause.amount();
        entry(
                "booked",
                debit(payable(amount), amount),
                credit(inTransit(payment.route().dealerDestination()), amount));
        fee("fee", 1);
    }

    private void reversal() {
        UnwindPlan plan = Objects.requireNonNull(payment.state().unwindPlan());
        FirmRate firm = Objects.requireNonNull(plan.reversal());
        trade(firm, payment.route().dealerDestination(), payment.route().dealerSource());
        fxResult(plan);
    }

    private void refund() {
        Money amount = cause.amount();
        boolean unclaimed = payment.state().instructions().stream()
                .anyMatch(earlier -> earlier.step() == cause.step() && earlier.isRejected());
        AccountId owed = unclaimed ? unclaimed(amount) : payable(amount);
        entry("booked", debit(owed, amount), credit(inTransit(payment.route().collection()), amount));
    }

    /** The two linked orders of one trade, and its allotment to the merchant, which brings the position back to zero. */
    private void trade(FirmRate firm, NostroAccount sold, NostroAccount bought) {
        Money sell = firm.sell();
        Money buy = firm.buy();
        entry("order-one", debit(position(sell), sell), credit(nostro(sold), sell));
        entry("order-two", debit(nostro(bought), buy), credit(position(buy), buy));
        entry(
                "allotted",
                debit(payable(sell), sell),
                credit(position(sell), sell),
                debit(position(buy), buy),
                credit(payable(buy), buy));
    }

    private void fxResult(UnwindPlan plan) {
        Money result = plan.fxResult();
        if (result.isPositive()) {
            AccountId gain = AccountId.ofHouse(AccountKind.FX_GAIN, result.currency());
            entry("fx-gain", debit(payable(result), result), credit(gain, result));
        } else if (result.isNegative()) {
            lossBorneBy(plan, result.negated());
        }
    }

    private void lossBorneBy(UnwindPlan plan, Money loss) {
        switch (plan.lossBearer()) {
            case HOUSE ->
                entry(
                        "fx-loss",
                        debit(AccountId.ofHouse(AccountKind.FX_LOSS, loss.currency()), loss),
                        credit(payable(loss), loss));
            case MERCHANT ->
                entry("fx-loss", debit(ofMerchant(AccountKind.RECEIVABLE, loss), loss), credit(payable(loss), loss));
            // The refund is smaller by the loss, so nothing remains to be booked.
            case BUYER -> {}
        }
    }

    private void fee(String what, int sign) {
        Money fee = payment.price().fee();
        if (fee.isZero()) {
            return;
        }
        Money moved = sign > 0 ? fee : fee.negated();
        AccountId income = AccountId.ofHouse(AccountKind.FEE_INCOME, fee.currency());
        entry(what, new Posting(payable(fee), moved), new Posting(income, moved.negated()));
    }

    private void entry(String what, Posting... postings) {
        String key = cause.key().value() + "/" + what;
        String narrative = cause.step().code() + " " + what;
        entries.add(new JournalEntry(key, payment.id(), narrative, List.of(postings)));
    }

    private AccountId payable(Money amount) {
        return ofMerchant(AccountKind.PAYABLE, amount);
    }

    private AccountId unclaimed(Money amount) {
        return ofMerchant(AccountKind.UNCLAIMED_REFUND, amount);
    }

    private AccountId ofMerchant(AccountKind kind, Money amount) {
        return new AccountId(kind, payment.merchant().value(), amount.currency());
    }

    private static AccountId position(Money amount) {
        return AccountId.ofHouse(AccountKind.FX_POSITION, amount.currency());
    }

    private static AccountId nostro(NostroAccount account) {
        return new AccountId(AccountKind.NOSTRO, account.bank(), account.currency());
    }

    private static AccountId inTransit(NostroAccount account) {
        return new AccountId(AccountKind.IN_TRANSIT, account.bank(), account.currency());
    }
}
