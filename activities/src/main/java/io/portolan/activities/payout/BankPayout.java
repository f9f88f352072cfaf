package io.portolan.activities.payout;

import io.portolan.activities.leg.Counterparty;
import io.portolan.activities.leg.LegConversation;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.workflows.legs.PayoutActivities;
import io.portolan.workflows.legs.Waited;
import java.util.Optional;

/** Pays the seller through the international bank. */
public final class BankPayout implements PayoutActivities {
    private final LegConversation conversation;
    private final PayoutBank bank;
    private final Counterparty<PayoutOrder> seller;

    public BankPayout(LegConversation conversation, PayoutBank bank) {
        this.conversation = conversation;
        this.bank = bank;
        seller = new Counterparty<>(BankPayout::order, bank::instruct, bank::inquire);
    }

    @Override
    public LegOutcome payOut(String payment) {
        return conversation.hold(new PaymentId(payment), Step.PAYOUT, seller);
    }

    @Override
    public Waited awaitPayout(String payment) {
        return conversation.await(new PaymentId(payment), Step.PAYOUT, seller);
    }

    /** Asks what has become of the funds of a booked payout. */
    public void followUp(Payment payment, Instruction booked) {
        conversation.followUp(payment, booked, seller);
    }

    /** Asks the bank for the return of a booked payout. */
    public Optional<PayoutReturn> findReturn(Payment payment, Instruction booked) {
        return bank.findReturn(order(payment, booked));
    }

    private static PayoutOrder order(Payment payment, Instruction instruction) {
        return new PayoutOrder(
                instruction.key(),
                instruction.amount(),
                payment.order().reference(),
                payment.order().payee(),
                payment.route().dealerDestination(),
                payment.order().purpose());
    }
}
