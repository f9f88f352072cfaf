package io.portolan.activities.payout;

import io.portolan.activities.leg.InstructionExecutor;
import io.portolan.activities.leg.OrderChannel;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.PayoutBank;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.payment.Payment;
import io.portolan.workflows.legs.PayoutActivities;
import io.portolan.workflows.legs.WaitResult;
import java.time.Instant;
import java.util.Optional;

/** Pays the seller through the international bank. */
public final class BankPayoutActivities implements PayoutActivities {
    private final InstructionExecutor executor;
    private final Banks banks;
    private final OrderChannel<PayoutOrder> seller;

    public BankPayoutActivities(InstructionExecutor executor, Banks banks) {
        this.executor = executor;
        this.banks = banks;
        seller = new OrderChannel<>(
                BankPayoutActivities::order,
                sent -> bankOf(sent).instruct(sent),
                sent -> bankOf(sent).inquire(sent));
    }

    @Override
    public MovementOutcome payOut(String payment) {
        return executor.execute(new PaymentId(payment), Step.PAYOUT, seller);
    }

    @Override
    public WaitResult awaitPayout(String payment) {
        return executor.inquireOnce(new PaymentId(payment), Step.PAYOUT, seller);
    }

    /** Asks what has become of the funds of a booked payout. */
    public void checkSettlement(Payment payment, Instruction booked) {
        executor.checkSettlement(payment, booked, seller);
    }

    /** Asks the bank for the return of a booked payout. */
    public Optional<PayoutReturn> findReturn(Payment payment, Instruction booked) {
        PayoutOrder order = order(payment, booked);
        return bankOf(order).findReturns(order).stream().findFirst();
    }

    private PayoutBank bankOf(PayoutOrder order) {
        return banks.payoutBank(order.from().bank());
    }

    private static PayoutOrder order(Payment payment, Instruction instruction) {
        return new PayoutOrder(
                instruction.key(),
                instruction.amount(),
                payment.order().reference(),
                payment.order().payee(),
                payment.route().dealerDestination(),
                payment.order().purpose(),
                Instant.MAX);
    }
}
