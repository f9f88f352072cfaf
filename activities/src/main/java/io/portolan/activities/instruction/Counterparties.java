package io.portolan.activities.instruction;

import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Terms;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The other side of an instruction, and the order that it is sent: made of nothing but the instruction and the frozen terms of its movement, so that it is the same one each time
 * that it is sent or asked about.
 */
public final class Counterparties {
    private final Banks banks;
    private final FxDesks desks;

    public Counterparties(Banks banks, FxDesks desks) {
        this.banks = banks;
        this.desks = desks;
    }

    /** How the instruction is sent, and asked about. */
    record Channel(Supplier<Submission> instruct, Supplier<InquiryResult> inquire) {}

    Channel of(Payment payment, Instruction instruction) {
        String reference = payment.order().reference();
        InstructionKey key = instruction.key();
        Instant sendUntil = instruction.window().sendUntil();
        return switch (payment.movementOf(key).terms()) {
            case Terms.Collection terms ->
                domestic(new DomesticOrder.Collection(
                        key, terms.amount(), reference, terms.payer(), terms.into(), sendUntil));
            case Terms.Refund terms ->
                domestic(new DomesticOrder.Refund(
                        key, terms.amount(), reference, terms.payer(), terms.from(), terms.collection(), sendUntil));
            case Terms.Trade terms -> trade(terms.dealer(), new TradeOrder(key, terms.rate(), reference, sendUntil));
            case Terms.Payout terms -> payout(payoutOrder(payment, instruction, terms));
            case Terms.OwnTransfer terms ->
                instruction.kind() == MovementKind.TOP_UP
                        ? domestic(new DomesticOrder.TopUp(
                                key, terms.amount(), reference, terms.from(), terms.into(), sendUntil))
                        : payout(new PayoutOrder(
                                key,
                                terms.amount(),
                                reference,
                                ourselvesAt(terms.into(), terms.holder()),
                                terms.from(),
                                PayoutOrder.OWN_TRANSFER,
                                sendUntil));
        };
    }

    /** What the bank says has come back of a payout. */
    List<PayoutReturn> findReturns(Payment payment, Instruction instruction) {
        return payment.movementOf(instruction.key()).terms() instanceof Terms.Payout terms
                ? bankOf(terms.from()).findReturns(payoutOrder(payment, instruction, terms))
                : List.of();
    }

    private static PayoutOrder payoutOrder(Payment payment, Instruction instruction, Terms.Payout terms) {
        return new PayoutOrder(
                instruction.key(),
                terms.amount(),
                payment.order().reference(),
                terms.payee(),
                terms.from(),
                terms.purpose(),
                instruction.window().sendUntil());
    }

    private Channel domestic(DomesticOrder order) {
        CollectionBank bank = banks.collectionBank(order.bank());
        return new Channel(() -> bank.instruct(order), () -> bank.inquire(order));
    }

    private Channel payout(PayoutOrder order) {
        PayoutBank bank = bankOf(order.from());
        return new Channel(() -> bank.instruct(order), () -> bank.inquire(order));
    }

    private Channel trade(String dealer, TradeOrder order) {
        FxDesk desk = desks.desk(dealer);
        return new Channel(() -> desk.instruct(order), () -> desk.inquire(order));
    }

    private PayoutBank bankOf(NostroAccount account) {
        return banks.payoutBank(account.bank());
    }

    private static Party ourselvesAt(NostroAccount account, Party holder) {
        return new Party(holder.name(), new AccountNumber.Local(account.number(), account.bank()), holder.address());
    }
}
