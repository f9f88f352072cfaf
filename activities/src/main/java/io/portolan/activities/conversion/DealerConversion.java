package io.portolan.activities.conversion;

import io.portolan.activities.leg.Counterparty;
import io.portolan.activities.leg.LegConversation;
import io.portolan.domain.bank.CollectionBank;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.UnwindPlan;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.Waited;
import java.util.Objects;

/** Tops up our account at the dealer's bank and trades there; sells back when the payment is undone. */
public final class DealerConversion implements ConversionActivities {
    private final LegConversation conversation;
    private final Payments payments;
    private final Requoting requoting;
    private final Counterparty<DomesticOrder> transfer;
    private final Counterparty<TradeOrder> trade;
    private final Counterparty<TradeOrder> tradeBack;

    public DealerConversion(
            LegConversation conversation, Payments payments, Requoting requoting, CollectionBank bank, FxDesk desk) {
        this.conversation = conversation;
        this.payments = payments;
        this.requoting = requoting;
        transfer = new Counterparty<>(DealerConversion::topUp, bank::instruct, bank::inquire);
        trade = new Counterparty<>(DealerConversion::conversion, desk::instruct, desk::inquire);
        tradeBack = new Counterparty<>(DealerConversion::reversal, desk::instruct, desk::inquire);
    }

    @Override
    public LegOutcome convert(String payment) {
        PaymentId id = new PaymentId(payment);
        LegOutcome toppedUp = conversation.hold(id, Step.TOP_UP, transfer);
        return switch (toppedUp) {
            case LegOutcome.Accepted _ -> trade(id);
            case LegOutcome.Rejected _, LegOutcome.Unknown _ -> toppedUp;
        };
    }

    private LegOutcome trade(PaymentId id) {
        LegOutcome traded = conversation.hold(id, Step.CONVERSION, trade);
        if (!(traded instanceof LegOutcome.Rejected(Reason reason)) || reason.remedy() != Remedy.REQUOTE) {
            return traded;
        }
        return requoting
                .refusal(id, reason)
                .<LegOutcome>map(LegOutcome.Rejected::new)
                .orElseGet(() -> trade(id));
    }

    @Override
    public LegOutcome reverse(String payment) {
        PaymentId id = new PaymentId(payment);
        boolean planned = payments.find(id)
                .map(Payment::progress)
                .map(progress -> progress.plan())
                .map(UnwindPlan::reversal)
                .isPresent();
        return planned
                ? conversation.hold(id, Step.REVERSAL, tradeBack)
                : new LegOutcome.Accepted("nothing to sell back");
    }

    @Override
    public Waited awaitConversion(String payment) {
        PaymentId id = new PaymentId(payment);
        boolean toppedUp =
                payments.find(id).filter(stored -> stored.isBooked(Step.TOP_UP)).isPresent();
        return toppedUp
                ? conversation.await(id, Step.CONVERSION, trade)
                : conversation.await(id, Step.TOP_UP, transfer);
    }

    @Override
    public Waited awaitReversal(String payment) {
        return conversation.await(new PaymentId(payment), Step.REVERSAL, tradeBack);
    }

    /** Asks what has become of the funds of a booked top-up, trade or reversal. */
    public void followUp(Payment payment, Instruction booked) {
        switch (booked.step()) {
            case TOP_UP -> conversation.followUp(payment, booked, transfer);
            case CONVERSION -> conversation.followUp(payment, booked, trade);
            case REVERSAL -> conversation.followUp(payment, booked, tradeBack);
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
                payment.route().dealerSource());
    }

    private static TradeOrder conversion(Payment payment, Instruction instruction) {
        return order(payment, instruction, payment.price().firm());
    }

    private static TradeOrder reversal(Payment payment, Instruction instruction) {
        UnwindPlan plan = Objects.requireNonNull(payment.progress().plan());
        return order(payment, instruction, Objects.requireNonNull(plan.reversal()));
    }

    private static TradeOrder order(Payment payment, Instruction instruction, FirmRate rate) {
        return new TradeOrder(instruction.key(), rate, payment.order().reference());
    }
}
