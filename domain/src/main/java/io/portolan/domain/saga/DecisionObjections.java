package io.portolan.domain.saga;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.decision.Evidence;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanStatus;
import java.time.Instant;
import java.util.Optional;

/** Why a payment does not allow a decision, in words for its maker. */
final class DecisionObjections {
    private final Payment payment;
    private final Instant now;

    DecisionObjections(Payment payment, Instant now) {
        this.payment = payment;
        this.now = now;
    }

    Optional<String> to(RecordedDecision recorded) {
        return recorded.status() == DecisionStatus.APPROVED
                ? to(recorded.decision())
                : Optional.of("it is not approved");
    }

    Optional<String> to(Decision decision) {
        if (payment.stage().isTerminal()) {
            return Optional.of("the payment is not in progress");
        }
        boolean any = decision instanceof Decision.Cancel || decision instanceof Decision.Hold;
        if (!any && decision.header().version() != payment.version()) {
            return Optional.of("the payment has moved on since it was looked at: version " + payment.version()
                    + " instead of " + decision.header().version());
        }
        return switch (decision) {
            case Decision.Retry _ -> parked("the payment is not parked").or(this::held);
            case Decision.Unwind(var _, int plan) -> objectionToUnwind(plan);
            case Decision.ResolveExecuted(var _, InstructionKey key, Evidence evidence) ->
                objectionToEvidence(key, evidence);
            case Decision.ResolveNotExecuted(var _, InstructionKey key, Evidence evidence) ->
                objectionToEvidence(key, evidence).or(() -> objectionBeforeProof(decision.header(), key));
            case Decision.CorrectPayee _ ->
                parking(Parking.Kind.REPAIR).isPresent()
                        ? Optional.empty()
                        : Optional.of("the payment does not wait for a corrected payee");
            case Decision.Cancel _ -> objectionToCancel();
            case Decision.Hold _ ->
                payment.state().hold() == null ? Optional.empty() : Optional.of("the payment is held already");
            case Decision.Release _ ->
                payment.state().hold() == null ? Optional.of("the payment is not held") : Optional.empty();
        };
    }

    private Optional<String> parked(String otherwise) {
        return payment.state().parking() == null ? Optional.of(otherwise) : Optional.empty();
    }

    /** Another inquiry instructs nothing; another attempt does. */
    private Optional<String> held() {
        return payment.state().hold() == null || payment.openInstruction().isPresent()
                ? Optional.empty()
                : Optional.of("the payment is held: release it first");
    }

    private Optional<String> objectionToUnwind(int number) {
        Optional<String> objection = Planner.objectionToUnwind(payment);
        if (objection.isPresent()) {
            return objection;
        }
        Parking parking = payment.state().parking();
        if (parking == null) {
            return Optional.of("the payment is not parked");
        }
        Optional<Plan> plan = payment.state().plans().stream()
                .filter(each -> each.number() == number && each.status() == PlanStatus.PROPOSED)
                .findFirst();
        if (plan.isEmpty()) {
            return Optional.of("there is no proposed plan " + number);
        }
        if (parking.parkedAt().isAfter(plan.get().madeAt()) || !UnwindPlanner.isStillRight(payment, plan.get())) {
            return Optional.of("the payment has moved on since plan " + number + " was priced: price it again");
        }
        return plan.get().isLapsedAt(now)
                ? Optional.of("the plan's rate has lapsed: price it again")
                : Optional.empty();
    }

    private Optional<String> objectionToEvidence(InstructionKey key, Evidence evidence) {
        Optional<Parking> parking = parking(Parking.Kind.OUTCOME);
        if (parking.isEmpty()) {
            return Optional.of("no outcome is unknown");
        }
        if (!key.equals(parking.get().instruction())) {
            return Optional.of("the payment waits for " + parking.get().instruction() + ", not for " + key);
        }
        Instruction instruction = payment.instruction(key);
        if (!evidence.amount().currency().equals(instruction.amount().currency())) {
            return Optional.of("the evidence must be in " + instruction.amount().currency());
        }
        boolean trade = instruction.kind() == MovementKind.TRADE || instruction.kind() == MovementKind.REVERSAL;
        return trade && !evidence.amount().equals(instruction.amount())
                ? Optional.of("a trade is executed whole: the evidence must say " + instruction.amount())
                : Optional.empty();
    }

    /** A copy that was still on its way, or still honoured, when the evidence was seen, could have taken effect since: and after an inquiry that was made then. */
    private Optional<String> objectionBeforeProof(DecisionHeader made, InstructionKey key) {
        Instant provableAt = DecisionEffects.provableAt(payment.instruction(key));
        return now.isBefore(provableAt) || made.madeAt().isBefore(provableAt)
                ? Optional.of("a copy of the instruction could still take effect until " + provableAt)
                : Optional.empty();
    }

    private Optional<String> objectionToCancel() {
        return payment.isCancellable() ? Optional.empty() : Optional.of("it is too late to cancel this payment");
    }

    private Optional<Parking> parking(Parking.Kind kind) {
        return Optional.ofNullable(payment.state().parking()).filter(parking -> parking.kind() == kind);
    }
}
