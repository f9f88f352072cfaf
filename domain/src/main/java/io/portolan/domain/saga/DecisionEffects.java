package io.portolan.domain.saga;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.decision.RecordedDecision.Ending;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Hold;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentChange.EndedDecision;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.Planner.Circumstances;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decision changes, or why it changes nothing: either way the decision ends with the change, in one transaction. Pure, and asked under the payment's lock.
 */
public final class DecisionEffects {
    private final Payment payment;
    private final Instant now;

    private DecisionEffects(Payment payment, Instant now) {
        this.payment = payment;
        this.now = now;
    }

    /** Why the decision cannot be made now, in words for its maker; empty if it can. It is asked again when the decision takes effect. */
    public static Optional<String> objection(Payment payment, Decision decision, Instant now) {
        return new DecisionObjections(payment, now).to(decision);
    }

    /**
     * Carries the decision out.
     *
     * @param fresh what the bank answered just now about the instruction that the decision resolves; null for decisions that resolve none
     */
    public static PaymentChange apply(
            Payment payment, RecordedDecision recorded, @Nullable InquiryResult fresh, Instant now) {
        DecisionEffects effects = new DecisionEffects(payment, now);
        Decision decision = recorded.decision();
        Optional<String> objection =
                new DecisionObjections(payment, now).to(recorded).or(() -> objectionFrom(decision, fresh));
        if (objection.isPresent()) {
            return refuse(payment, decision, objection.get(), now);
        }
        PaymentChange change = effects.effectOf(decision);
        Ending ending = Ending.applied(summaryOf(payment), summaryOf(change.payment()), now);
        return change.ending(new EndedDecision(decision.header().id(), ending));
    }

    /** Ends the decision without an effect, for this reason. */
    public static PaymentChange refuse(Payment payment, Decision decision, String why, Instant now) {
        Ending ending = Ending.refused(why, summaryOf(payment), now);
        return PaymentChange.none(payment)
                .ending(new EndedDecision(decision.header().id(), ending));
    }

    /** When evidence that the instruction was not executed can be believed at the earliest. */
    public static Instant provableAt(Instruction instruction) {
        return instruction.window().honouredUntil();
    }

    /** That the bank has executed it outweighs evidence. That it is still pending does not: the evidence says that it will stay so. */
    private static Optional<String> objectionFrom(Decision decision, @Nullable InquiryResult fresh) {
        if (!(decision instanceof Decision.ResolveNotExecuted)) {
            return Optional.empty();
        }
        return switch (fresh) {
            case null -> Optional.of("the bank was not asked again");
            case InquiryResult.NotFound _, InquiryResult.Rejected _, InquiryResult.Pending _ -> Optional.empty();
            case InquiryResult.Booked _ -> Optional.of("the bank says that it has executed the instruction");
            case InquiryResult.Unknown(String detail) ->
                Optional.of("the bank gives no answer (" + detail + "): try again later");
        };
    }

    private PaymentChange effectOf(Decision decision) {
        return switch (decision) {
            case Decision.Retry _ -> retry();
            case Decision.Unwind(var _, int plan) -> Transitions.adopt(payment, payment.plan(plan), now);
            case Decision.ResolveExecuted(var _, InstructionKey key, Evidence evidence) ->
                Transitions.recordExecuted(payment, key, evidence, now);
            case Decision.ResolveNotExecuted(var _, InstructionKey key, Evidence _) ->
                Transitions.recordNotExecuted(payment, key, now);
            case Decision.CorrectPayee corrected -> correctPayee(corrected);
            case Decision.Cancel _ ->
                payment.state().cancelRequestedAt() == null
                        ? Transitions.requestCancel(payment, now)
                        : PaymentChange.none(payment);
            case Decision.Hold(var header) ->
                Transitions.hold(payment, new Hold(header.maker(), header.reason(), now), now);
            case Decision.Release _ -> Transitions.hold(payment, null, now);
        };
    }

    /** What is open is asked about again; what was rejected gets another attempt; and where nothing was begun, what is due is tried again. */
    private PaymentChange retry() {
        Parking parking = Objects.requireNonNull(payment.state().parking());
        Optional<Instruction> open = payment.openInstruction();
        if (open.isPresent()) {
            return Transitions.askAgain(
                    payment,
                    open.get().key(),
                    Windows.awaitingOf(payment, open.get().kind()),
                    now);
        }
        return Optional.ofNullable(parking.instruction())
                .filter(this::isRepeatable)
                .map(about -> Transitions.begin(
                        payment,
                        about.next(),
                        Windows.of(payment, payment.movementOf(about).kind()),
                        now))
                .orElseGet(() -> parking.kind() == Parking.Kind.SHORTAGE
                        ? Transitions.endWait(payment, parking, now)
                        : Transitions.resume(payment, movementToResume(parking), now));
    }

    /** Where nothing was collected, the payment is still at its beginning, whatever it waited for. */
    private MovementKind movementToResume(Parking parking) {
        return payment.isBooked(MovementKind.COLLECTION) ? parking.movement() : MovementKind.COLLECTION;
    }

    private boolean isRepeatable(InstructionKey about) {
        return payment.currentPlan()
                        .filter(plan -> plan.number() == about.plan())
                        .isPresent()
                && payment.instruction(about).isRejected()
                && !payment.plan(about.plan()).isLapsedFrom(payment.movementOf(about), now)
                && about.attempt() < InstructionKey.MOST;
    }

    private PaymentChange correctPayee(Decision.CorrectPayee decision) {
        PaymentChange corrected = Transitions.correctPayee(payment, decision.payee(), now);
        Payment after = corrected.payment();
        Purpose purpose = after.hasUnplannedReturn() ? Purpose.RETURN : Purpose.FORWARD;
        Circumstances nothingNew = new Circumstances(
                null, after.route().dealers().getFirst(), null, after.price().source(), now);
        Plan plan = Planner.plan(after, purpose, after.state().reason(), nothingNew);
        return corrected.followedBy(Transitions.adopt(after, plan, now));
    }

    /** The payment in short, without personal data: as it stands beside a decision. */
    public static String summaryOf(Payment payment) {
        StringBuilder summary = new StringBuilder("version " + payment.version() + ", " + payment.stage());
        payment.currentPlan()
                .ifPresent(plan -> summary.append(", plan ")
                        .append(plan.number())
                        .append(' ')
                        .append(plan.purpose()));
        if (!payment.state().instructions().isEmpty()) {
            Instruction last = payment.state().instructions().getLast();
            summary.append(", ")
                    .append(last.kind().code())
                    .append(' ')
                    .append(last.key())
                    .append(' ')
                    .append(last.booking());
        }
        if (payment.state().hold() != null) {
            summary.append(", held");
        }
        return payment.stage() == Stage.PARKED
                ? summary + " for "
                        + Objects.requireNonNull(payment.state().parking())
                                .reason()
                                .code()
                : summary.toString();
    }
}
