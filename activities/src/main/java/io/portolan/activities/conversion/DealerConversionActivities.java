package io.portolan.activities.conversion;

import io.portolan.activities.leg.InstructionExecutor;
import io.portolan.activities.leg.OrderChannel;
import io.portolan.domain.bank.Banks;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.plan.UnwindPlan;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.WaitResult;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/** Tops up our account at the dealer's bank and trades there; sells back when the payment is unwound. */
public final class DealerConversionActivities implements ConversionActivities {
    private final InstructionExecutor executor;
    private final Payments payments;
    private final Requoting requoting;
    private final OrderChannel<DomesticOrder> transfer;
    private final OrderChannel<DeskOrder> trade;
    private final OrderChannel<DeskOrder> tradeBack;

    public DealerConversionActivities(
            InstructionExecutor executor, Payments payments, Requoting requoting, Banks banks, FxDesks desks) {
        this.executor = executor;
        this.payments = payments;
        this.requoting = requoting;
        transfer = OrderChannel.of(DealerConversionActivities::topUp, banks);
        trade = counterparty(desks, payment -> payment.price().firmRate());
        tradeBack = counterparty(desks, DealerConversionActivities::reversalRate);
    }

    private static OrderChannel<DeskOrder> counterparty(FxDesks desks, Function<Payment, FirmRate> rate) {
        return new OrderChannel<>(
                (payment, instruction) -> new DeskOrder(
                        desks.at(payment.route().dealerSource().bank()),
                        new TradeOrder(
                                instruction.key(),
                                rate.apply(payment),
                                payment.order().reference(),
                                Instant.MAX)),
                DeskOrder::instruct,
                DeskOrder::inquire);
    }

    /** A trade, with the dealer whom the payment's route names. */
    private record DeskOrder(FxDesk desk, TradeOrder order) {
        Submission instruct() {
            return desk.instruct(order);
        }

        InquiryResult inquire() {
            return desk.inquire(order);
        }
    }

    @Override
    public MovementOutcome convert(String payment) {
        PaymentId id = new PaymentId(payment);
        MovementOutcome toppedUp = executor.execute(id, Step.TOP_UP, transfer);
        return switch (toppedUp) {
            case MovementOutcome.Booked _, MovementOutcome.NothingToDo _ -> trade(id);
            case MovementOutcome.Rejected _, MovementOutcome.Unknown _ -> toppedUp;
        };
    }

    private MovementOutcome trade(PaymentId id) {
        MovementOutcome traded = executor.execute(id, Step.CONVERSION, trade);
        if (!(traded instanceof MovementOutcome.Rejected(Reason reason)) || reason.remedy() != Remedy.REQUOTE) {
            return traded;
        }
        return requoting
                .requote(id, reason)
                .<MovementOutcome>map(MovementOutcome.Rejected::new)
                .orElseGet(() -> trade(id));
    }

    @Override
    public MovementOutcome reverse(String payment) {
        PaymentId id = new PaymentId(payment);
        boolean planned = payments.find(id)
                .map(stored -> stored.state().unwindPlan())
                .map(UnwindPlan::reversal)
                .isPresent();
        return planned ? executor.execute(id, Step.REVERSAL, tradeBack) : new MovementOutcome.NothingToDo();
    }

    @Override
    public WaitResult awaitConversion(String payment) {
        PaymentId id = new PaymentId(payment);
        boolean toppedUp =
                payments.find(id).filter(stored -> stored.isBooked(Step.TOP_UP)).isPresent();
        return toppedUp
                ? executor.inquireOnce(id, Step.CONVERSION, trade)
                : executor.inquireOnce(id, Step.TOP_UP, transfer);
    }

    @Override
    public WaitResult awaitReversal(String payment) {
        return executor.inquireOnce(new PaymentId(payment), Step.REVERSAL, tradeBack);
    }

    /** Asks what has become of the funds of a booked top-up, trade or reversal. */
    public void checkSettlement(Payment payment, Instruction booked) {
        switch (booked.step()) {
            case TOP_UP -> executor.checkSettlement(payment, booked, transfer);
            case CONVERSION -> executor.checkSettlement(payment, booked, trade);
            case REVERSAL -> executor.checkSettlement(payment, booked, tradeBack);
            case COLLECTION, PAYOUT, REFUND ->
                throw new IllegalArgumentException(booked.key() + " is not the dealer's");
        }
    }

    private static DomesticOrder topUp(Payment payment, Instruction instruction) {
        return new DomesticOrder.TopUp(
                instruction.key(),
                instruction.amount(),
                payment.order().reference(),
                payment.route().collection(),
                payment.route().dealerSource(),
                Instant.MAX);
    }

    private static FirmRate reversalRate(Payment payment) {
        UnwindPlan plan = Objects.requireNonNull(payment.state().unwindPlan());
        return Objects.requireNonNull(plan.reversal());
    }
}
