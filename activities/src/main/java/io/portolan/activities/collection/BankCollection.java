package io.portolan.activities.collection;

import io.portolan.activities.leg.Counterparty;
import io.portolan.activities.leg.LegConversation;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.UnwindPlan;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.Waited;

/** Collects from the buyer and refunds through the domestic bank. */
public final class BankCollection implements CollectionActivities {
    private final LegConversation conversation;
    private final Payments payments;
    private final Counterparty<DomesticOrder> buyer;
    private final Counterparty<DomesticOrder> refunded;

    public BankCollection(LegConversation conversation, Payments payments, CollectionBank bank) {
        this.conversation = conversation;
        this.payments = payments;
        buyer = new Counterparty<>(BankCollection::collection, bank::instruct, bank::inquire);
        refunded = new Counterparty<>(BankCollection::refund, bank::instruct, bank::inquire);
    }

    @Override
    public LegOutcome collect(String payment) {
        return conversation.hold(new PaymentId(payment), Step.COLLECTION, buyer);
    }

    @Override
    public LegOutcome refund(String payment) {
        PaymentId id = new PaymentId(payment);
        boolean planned = payments.find(id)
                .map(Payment::progress)
                .map(progress -> progress.plan())
                .map(UnwindPlan::refund)
                .isPresent();
        return planned ? conversation.hold(id, Step.REFUND, refunded) : new LegOutcome.Accepted("nothing to give back");
    }

    @Override
    public Waited awaitCollection(String payment) {
        return conversation.await(new PaymentId(payment), Step.COLLECTION, buyer);
    }

    @Override
    public Waited awaitRefund(String payment) {
        return conversation.await(new PaymentId(payment), Step.REFUND, refunded);
    }

    /** Asks what has become of the funds of a booked collection or refund. */
    public void followUp(Payment payment, Instruction booked) {
        conversation.followUp(payment, booked, booked.step() == Step.REFUND ? refunded : buyer);
    }

    private static DomesticOrder collection(Payment payment, Instruction instruction) {
        return new DomesticOrder.Collection(
                instruction.key(),
                instruction.amount(),
                payment.order().reference(),
                payment.order().payer(),
                payment.route().collection());
    }

    private static DomesticOrder refund(Payment payment, Instruction instruction) {
        Instruction collected = payment.latest(Step.COLLECTION).orElseThrow();
        return new DomesticOrder.Refund(
                instruction.key(),
                instruction.amount(),
                payment.order().reference(),
                payment.order().payer(),
                payment.route().collection(),
                collected.key());
    }
}
