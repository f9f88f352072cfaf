package io.portolan.activities.collection;

import io.portolan.activities.leg.InstructionExecutor;
import io.portolan.activities.leg.OrderChannel;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.plan.UnwindPlan;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.WaitResult;
import java.time.Instant;

/** Collects from the buyer and refunds through the domestic bank. */
public final class BankCollectionActivities implements CollectionActivities {
    private final InstructionExecutor executor;
    private final Payments payments;
    private final OrderChannel<DomesticOrder> buyer;
    private final OrderChannel<DomesticOrder> refunded;

    public BankCollectionActivities(InstructionExecutor executor, Payments payments, Banks banks) {
        this.executor = executor;
        this.payments = payments;
        buyer = OrderChannel.of(BankCollectionActivities::collection, banks);
        refunded = OrderChannel.of(BankCollectionActivities::refund, banks);
    }

    @Override
    public MovementOutcome collect(String payment) {
        return executor.execute(new PaymentId(payment), Step.COLLECTION, buyer);
    }

    @Override
    public MovementOutcome refund(String payment) {
        PaymentId id = new PaymentId(payment);
        boolean planned = payments.find(id)
                .map(stored -> stored.state().unwindPlan())
                .map(UnwindPlan::refund)
                .isPresent();
        return planned ? executor.execute(id, Step.REFUND, refunded) : new MovementOutcome.NothingToDo();
    }

    @Override
    public WaitResult awaitCollection(String payment) {
        return executor.inquireOnce(new PaymentId(payment), Step.COLLECTION, buyer);
    }

    @Override
    public WaitResult awaitRefund(String payment) {
        return executor.inquireOnce(new PaymentId(payment), Step.REFUND, refunded);
    }

    /** Asks what has become of the funds of a booked collection or refund. */
    public void checkSettlement(Payment payment, Instruction booked) {
        executor.checkSettlement(payment, booked, booked.step() == Step.REFUND ? refunded : buyer);
    }

    private static DomesticOrder collection(Payment payment, Instruction instruction) {
        return new DomesticOrder.Collection(
                instruction.key(),
                instruction.amount(),
                payment.order().reference(),
                payment.order().payer(),
                payment.route().collection(),
                Instant.MAX);
    }

    private static DomesticOrder refund(Payment payment, Instruction instruction) {
        Instruction collected = payment.latest(Step.COLLECTION).orElseThrow();
        return new DomesticOrder.Refund(
                instruction.key(),
                instruction.amount(),
                payment.order().reference(),
                payment.order().payer(),
                payment.route().collection(),
                collected.key(),
                Instant.MAX);
    }
}
