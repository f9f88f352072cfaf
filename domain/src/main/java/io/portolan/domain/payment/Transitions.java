package io.portolan.domain.payment;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.Step;
import io.portolan.domain.party.Party;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payment becomes when something is asked for or becomes known. Every function is pure and may be asked again: what is known already
 * changes nothing, and nothing ever moves a payment backwards.
 */
public final class Transitions {
    private Transitions() {}

    /**
     * Fixes the key of the step's first instruction, before it is sent. Nothing changes if the step has an instruction, if the payment has ended,
     * or if the step goes forward although a cancellation was requested or the undo is priced.
     */
    public static Change begin(Payment payment, Step step, Instant at) {
        Progress progress = payment.progress();
        boolean tooLate = turnsBack(progress) && !step.isUndo();
        if (payment.latest(step).isPresent() || progress.stage().isTerminal() || tooLate) {
            return Change.none(payment);
        }
        return Draft.of(payment, at)
                .begin(InstructionKey.first(payment.id(), step))
                .done();
    }

    /** Fixes the key of a new attempt, if the step's last one is proven not executed; the payment is parked no longer. */
    public static Change nextAttempt(Payment payment, Step step, Instant at) {
        return payment.latest(step)
                .filter(Instruction::isRejected)
                .map(last -> Draft.of(payment, at).begin(last.key().next()).done())
                .orElseGet(() -> Change.none(payment));
    }

    /**
     * Another firm rate takes the place of one that the dealer no longer honours, and the conversion gets a new attempt at it. Nothing changes if
     * a cancellation was requested or the undo is priced.
     */
    public static Change requoted(Payment payment, FirmRate firm, Instant at) {
        Optional<Instruction> last = payment.latest(Step.CONVERSION).filter(Instruction::isRejected);
        if (last.isEmpty() || turnsBack(payment.progress())) {
            return Change.none(payment);
        }
        Price price = new Price(payment.price().source(), payment.price().fee(), firm);
        return Draft.of(payment.withPrice(price), at)
                .event(
                        "conversion.requoted",
                        "rate",
                        firm.rate().toDecimalString(),
                        "destination",
                        firm.buy().toString())
                .begin(last.get().key().next())
                .done();
    }

    /** What an inquiry found about an instruction. */
    public static Change found(Payment payment, InstructionKey key, Finding finding, Instant at) {
        Instruction instruction = payment.instruction(key);
        Draft draft = Draft.of(payment, at);
        return switch (finding) {
            case Finding.Booked booked -> draft.foundBooked(instruction, booked).done();
            case Finding.Refused refused ->
                draft.foundRefused(instruction, refused.reason()).done();
            case Finding.Pending _ -> Change.none(payment);
            case Finding.NotFound _ -> Change.none(payment);
            case Finding.Unclear _ -> Change.none(payment);
        };
    }

    /** The payment waits for a person. What is not decided is unknown from now on. */
    public static Change parked(Payment payment, Step step, Reason reason, @Nullable Instant deadline, Instant at) {
        Parking present = payment.progress().parking();
        boolean same =
                present != null && present.step() == step && present.reason().equals(reason);
        if (same || payment.stage().isTerminal()) {
            return Change.none(payment);
        }
        return Draft.of(payment, at)
                .parked(new Parking(step, reason, at, deadline))
                .done();
    }

    /** The payment goes on from where it was parked. */
    public static Change resumed(Payment payment, Instant at) {
        Parking parking = payment.progress().parking();
        if (parking == null) {
            return Change.none(payment);
        }
        return Draft.of(payment, at)
                .stage(Stage.of(parking.step()))
                .event("resumed", "step", parking.step().word())
                .done();
    }

    /** The undo was priced; a reversal whose rate lapsed gets a new attempt at the plan's new rate. */
    public static Change unwinding(Payment payment, UnwindPlan plan, Instant at) {
        Draft draft = Draft.of(payment, at).unwinding(plan);
        Optional<Instruction> lapsed = payment.latest(Step.REVERSAL).filter(Instruction::isRejected);
        return (plan.reversal() != null && lapsed.isPresent()
                        ? draft.begin(lapsed.get().key().next())
                        : draft)
                .done();
    }

    /** The merchant or buyer withdraws. Nothing changes if that was asked before, a payout was instructed, or the payment turns back or has ended. */
    public static Change cancelRequested(Payment payment, Instant at) {
        Progress progress = payment.progress();
        boolean tooLate = payment.latest(Step.PAYOUT).isPresent()
                || progress.plan() != null
                || progress.stage().isTerminal();
        if (tooLate || progress.cancelRequestedAt() != null) {
            return Change.none(payment);
        }
        return Draft.of(payment, at).cancelRequested().done();
    }

    /** The payment ends without another instruction. */
    public static Change concluded(Payment payment, Stage end, Reason reason, Instant at) {
        if (!end.isTerminal()) {
            throw new IllegalArgumentException(end + " is not an end");
        }
        if (payment.stage().isTerminal()) {
            return Change.none(payment);
        }
        return Draft.of(payment, at).ended(end, reason).done();
    }

    /** The bank returned a booked payout: the payment reopens, to be unwound with what really came back. */
    public static Change returned(Payment payment, PayoutReturn back, Instant at) {
        return payment.latest(Step.PAYOUT)
                .filter(payout -> payout.isBooked() && payout.funds() != Funds.RETURNED)
                .map(payout -> Draft.of(payment, at).returned(payout, back).done())
                .orElseGet(() -> Change.none(payment));
    }

    /** A person corrected the payee's details after the payout was rejected for them. */
    public static Change corrected(Payment payment, Party payee, Instant at) {
        Parking parking = payment.progress().parking();
        boolean correctable = parking != null && parking.reason().remedy() == Reason.Remedy.CORRECT_PAYEE;
        if (!correctable || payment.order().payee().equals(payee)) {
            return Change.none(payment);
        }
        return Draft.of(payment.withPayee(payee), at).event("payee_corrected").done();
    }

    private static boolean turnsBack(Progress progress) {
        return progress.cancelRequestedAt() != null || progress.plan() != null;
    }
}
