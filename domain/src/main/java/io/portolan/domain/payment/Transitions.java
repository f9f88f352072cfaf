package io.portolan.domain.payment;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.Price;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.party.Party;
import io.portolan.domain.plan.UnwindPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payment becomes when something is asked for or becomes known. Every function is pure and may be asked again: what is known already
 * changes nothing, and nothing ever moves a payment backwards.
 */
public final class Transitions {
    private Transitions() {}

    /** A payment as the intake stores it, with its first event. */
    public static PaymentChange accept(MerchantId merchant, Order order, Price price, Route route, Instant at) {
        PaymentId id = PaymentId.next();
        Payment payment = new Payment(id, merchant, order, price, route, PaymentState.initial(), at, at);
        PaymentEvent event = PaymentEvent.of(id, "accepted", at, Map.of("order_reference", order.reference()));
        return new PaymentChange(payment, List.of(event), List.of());
    }

    /**
     * Fixes the key of the step's first instruction, before it is sent. Nothing changes if the step has an instruction, if the payment has ended,
     * or if the step goes forward although a cancellation was requested or the unwind is priced.
     */
    public static PaymentChange begin(Payment payment, Step step, Instant at) {
        PaymentState state = payment.state();
        boolean tooLate = isUnwinding(state) && !step.isCompensation();
        if (payment.latest(step).isPresent() || state.stage().isTerminal() || tooLate) {
            return PaymentChange.none(payment);
        }
        return ChangeBuilder.of(payment, at)
                .beginInstruction(InstructionKey.first(payment.id(), step))
                .build();
    }

    /** Fixes the key of a new attempt, if the step's last one is proven not executed; the payment is parked no longer. */
    public static PaymentChange nextAttempt(Payment payment, Step step, Instant at) {
        return payment.latest(step)
                .filter(Instruction::isRejected)
                .map(last -> ChangeBuilder.of(payment, at)
                        .beginInstruction(last.key().next())
                        .build())
                .orElseGet(() -> PaymentChange.none(payment));
    }

    /**
     * Another firm rate takes the place of one that the dealer no longer honours, and the conversion gets a new attempt at it. Nothing changes if
     * a cancellation was requested or the unwind is priced.
     */
    public static PaymentChange requote(Payment payment, FirmRate firm, Instant at) {
        Optional<Instruction> last = payment.latest(Step.CONVERSION).filter(Instruction::isRejected);
        if (last.isEmpty() || isUnwinding(payment.state())) {
            return PaymentChange.none(payment);
        }
        Price price = new Price(payment.price().source(), payment.price().fee(), firm);
        return ChangeBuilder.of(payment.withPrice(price), at)
                .addEvent(
                        "conversion.requoted",
                        "rate",
                        firm.rate().toDecimalString(),
                        "destination",
                        firm.buy().toString())
                .beginInstruction(last.get().key().next())
                .build();
    }

    /** What an inquiry found about an instruction. */
    public static PaymentChange recordInquiry(Payment payment, InstructionKey key, InquiryResult result, Instant at) {
        Instruction instruction = payment.instruction(key);
        ChangeBuilder builder = ChangeBuilder.of(payment, at);
        return switch (result) {
            case InquiryResult.Booked booked ->
                builder.recordBooked(instruction, booked).build();
            case InquiryResult.Rejected rejected ->
                builder.recordRejected(instruction, rejected.reason()).build();
            case InquiryResult.Pending _ -> PaymentChange.none(payment);
            case InquiryResult.NotFound _ -> PaymentChange.none(payment);
            case InquiryResult.Unknown _ -> PaymentChange.none(payment);
        };
    }

    /** The payment waits for a person. What is not decided is unknown from now on. */
    public static PaymentChange park(
            Payment payment, Step step, Reason reason, @Nullable Instant deadline, Instant at) {
        Parking present = payment.state().parking();
        boolean same =
                present != null && present.step() == step && present.reason().equals(reason);
        if (same || payment.stage().isTerminal()) {
            return PaymentChange.none(payment);
        }
        return ChangeBuilder.of(payment, at)
                .park(new Parking(step, reason, at, deadline))
                .build();
    }

    /** The undo was priced; a reversal whose rate lapsed gets a new attempt at the plan's new rate. */
    public static PaymentChange recordUnwindPlan(Payment payment, UnwindPlan plan, Instant at) {
        ChangeBuilder builder = ChangeBuilder.of(payment, at).recordUnwindPlan(plan);
        Optional<Instruction> lapsed = payment.latest(Step.REVERSAL).filter(Instruction::isRejected);
        return (plan.reversal() != null && lapsed.isPresent()
                        ? builder.beginInstruction(lapsed.get().key().next())
                        : builder)
                .build();
    }

    /** The merchant or buyer withdraws. Nothing changes if that was asked before, a payout was instructed, or the payment is being unwound or has ended. */
    public static PaymentChange requestCancel(Payment payment, Instant at) {
        PaymentState state = payment.state();
        boolean tooLate = payment.latest(Step.PAYOUT).isPresent()
                || state.unwindPlan() != null
                || state.stage().isTerminal();
        if (tooLate || state.cancelRequestedAt() != null) {
            return PaymentChange.none(payment);
        }
        return ChangeBuilder.of(payment, at).requestCancel().build();
    }

    /** The payment ends without another instruction. */
    public static PaymentChange conclude(Payment payment, Stage end, Reason reason, Instant at) {
        if (!end.isTerminal()) {
            throw new IllegalArgumentException(end + " is not an end");
        }
        if (payment.stage().isTerminal()) {
            return PaymentChange.none(payment);
        }
        return ChangeBuilder.of(payment, at).end(end, reason).build();
    }

    /** The bank returned a booked payout: the payment reopens, to be unwound with what really came back. */
    public static PaymentChange recordReturn(Payment payment, PayoutReturn back, Instant at) {
        return payment.latest(Step.PAYOUT)
                .filter(payout -> payout.isBooked() && payout.settlement() != SettlementStatus.RETURNED)
                .map(payout ->
                        ChangeBuilder.of(payment, at).recordReturn(payout, back).build())
                .orElseGet(() -> PaymentChange.none(payment));
    }

    /** A person corrected the payee's details after the payout was rejected for them. */
    public static PaymentChange correctPayee(Payment payment, Party payee, Instant at) {
        Parking parking = payment.state().parking();
        boolean correctable = parking != null && parking.reason().remedy() == Reason.Remedy.CORRECT_PAYEE;
        if (!correctable || payment.order().payee().equals(payee)) {
            return PaymentChange.none(payment);
        }
        return ChangeBuilder.of(payment.withPayee(payee), at)
                .addEvent("payee_corrected")
                .build();
    }

    private static boolean isUnwinding(PaymentState state) {
        return state.cancelRequestedAt() != null || state.unwindPlan() != null;
    }
}
