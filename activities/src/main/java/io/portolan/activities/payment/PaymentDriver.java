package io.portolan.activities.payment;

import io.portolan.activities.instruction.InstructionExecutor;
import io.portolan.activities.instruction.PendingAnswer;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Reason.Remedy;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.ledger.AccountId;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Stage;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.NextAction;
import io.portolan.domain.saga.PlanResult;
import io.portolan.domain.saga.Planning;
import io.portolan.domain.saga.Progress;
import io.portolan.domain.saga.Shortages;
import io.portolan.domain.saga.Windows;
import io.portolan.workflows.payment.Advance;
import io.portolan.workflows.payment.PaymentActivities;
import io.portolan.workflows.payment.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Drives payments on: asks {@link Progress} what is next, and does it. What is next is asked again under the payment's lock, so whatever two of these do at once is done once.
 */
public final class PaymentDriver implements PaymentActivities {
    /** No payment has so much to do between two movements: a fault of ours would go round for ever. */
    private static final int MOST_STEPS = 50;

    private final Payments payments;
    private final Decisions decisions;
    private final Journal journal;
    private final Planning planning;
    private final InstructionExecutor executor;
    private final Shortage shortage;
    private final DecisionExecution decided;
    private final Clock clock;

    /** Hears of what payments wait for that is not their own trouble. */
    @FunctionalInterface
    public interface Shortage {
        void waitsFor(Payment payment, Parking.Cause cause);
    }

    /** Where payments, decisions and entries are. */
    public record Records(Payments payments, Decisions decisions, Journal journal) {}

    public PaymentDriver(
            Records records, Planning planning, InstructionExecutor executor, Shortage shortage, Clock clock) {
        this.payments = records.payments();
        this.decisions = records.decisions();
        this.journal = records.journal();
        this.planning = planning;
        this.executor = executor;
        this.shortage = shortage;
        this.decided = new DecisionExecution(records, executor, clock);
        this.clock = clock;
    }

    @Override
    public Advance advance(String payment) {
        PaymentId id = new PaymentId(payment);
        decisions.listApproved(id).forEach(approved -> decided.carryOut(id, approved.decision()));
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Advance> advance = takeStep(id);
            if (advance.isPresent()) {
                return advance.get();
            }
        }
        throw new IllegalStateException(id + " does not come to rest");
    }

    @Override
    public void awaitAnswer(String payment, String instruction) {
        PaymentId id = new PaymentId(payment);
        InstructionKey key = InstructionKey.parse(instruction);
        Payment stored = payment(id);
        boolean waits = stored.stage() != Stage.PARKED
                && stored.find(key).filter(each -> !each.isDecided()).isPresent();
        if (waits && executor.inquireOrResendOnce(id, key) instanceof MovementOutcome.Unknown(String detail)) {
            throw PendingAnswer.failure(detail, executor.schedule());
        }
    }

    @Override
    public void carryOut(String payment, String decision) {
        PaymentId id = new PaymentId(payment);
        decisions.find(id, decision).ifPresent(recorded -> decided.carryOut(id, recorded.decision()));
    }

    /** One step; empty if there is another at once. */
    private Optional<Advance> takeStep(PaymentId id) {
        Payment payment = payment(id);
        Instant now = clock.instant();
        NextAction next = Progress.of(payment, now);
        return switch (next) {
            case NextAction.Begin begin -> begin(payment, begin, now);
            case NextAction.Inquire(InstructionKey key) -> Optional.of(advanceOf(id, key, executor.inquire(id, key)));
            case NextAction.MakePlan needed -> plan(payment, needed);
            case NextAction.Park(Parking.Cause cause) -> park(payment, next, cause, now);
            case NextAction.Conclude(var end, Reason reason) -> {
                change(id, next, now, stored -> Transitions.conclude(stored, end, reason, now));
                yield Optional.empty();
            }
            case NextAction.Await(Instant until) -> await(payment, until);
            case NextAction.Ended(Stage stage) -> Optional.of(new Advance.Ended(resultOf(stage)));
        };
    }

    /** What our own accounts will not take is not sent. */
    private Optional<Advance> begin(Payment payment, NextAction.Begin begin, Instant now) {
        MovementKind kind = begin.movement().kind();
        Set<AccountId> closed = journal.closedTo(begin.movement().accounts());
        if (!closed.isEmpty()) {
            Reason reason = new Reason("account_closed_to_postings", closed + " takes no postings", Remedy.WAIT);
            return park(payment, begin, Shortages.of(payment, kind, reason, now), now);
        }
        PaymentChange begun = change(
                payment.id(),
                begin,
                now,
                stored -> Transitions.begin(stored, begin.key(), Windows.of(stored, kind), now));
        return begun.isNone()
                ? Optional.empty()
                : Optional.of(advanceOf(payment.id(), begin.key(), executor.send(payment.id(), begin.key())));
    }

    private Optional<Advance> plan(Payment payment, NextAction.MakePlan needed) {
        if (planning.make(payment.id(), needed) instanceof PlanResult.Declined(Reason reason)) {
            MovementKind kind = needed.purpose() == Purpose.FORWARD ? MovementKind.TRADE : MovementKind.REVERSAL;
            Instant now = clock.instant();
            return park(payment, needed, Shortages.of(payment, kind, reason, now), now);
        }
        return Optional.empty();
    }

    private Optional<Advance> park(Payment payment, NextAction next, Parking.Cause cause, Instant now) {
        PaymentChange parked = change(payment.id(), next, now, stored -> Transitions.park(stored, cause, now));
        if (!parked.isNone() && cause.kind() == Parking.Kind.SHORTAGE) {
            shortage.waitsFor(payment, cause);
        }
        return Optional.empty();
    }

    /** An outcome that a person is asked about is still the bank's to tell: it is asked each time that there is news. */
    private Optional<Advance> await(Payment payment, @Nullable Instant until) {
        Optional<InstructionKey> open = payment.openInstruction().map(Instruction::key);
        boolean decided =
                open.isPresent() && executor.inquireOnce(payment.id(), open.get()) instanceof MovementOutcome.Decided;
        if (decided) {
            return Optional.empty();
        }
        return Optional.of(until == null ? new Advance.AwaitingNews() : new Advance.Waiting(until));
    }

    /** Changes the payment if that is still what is next. */
    private PaymentChange change(PaymentId id, NextAction next, Instant now, Function<Payment, PaymentChange> step) {
        return payments.change(
                id, stored -> Progress.of(stored, now).equals(next) ? step.apply(stored) : PaymentChange.none(stored));
    }

    private Advance advanceOf(PaymentId id, InstructionKey key, MovementOutcome outcome) {
        if (outcome instanceof MovementOutcome.Decided) {
            return new Advance.Moved(key.value(), outcome);
        }
        Payment payment = payment(id);
        Instruction instruction = payment.instruction(key);
        if (instruction.isDecided()) {
            return new Advance.Moved(key.value(), outcome);
        }
        return payment.stage() == Stage.PARKED
                ? new Advance.AwaitingNews()
                : new Advance.Pending(key.value(), instruction.window().awaitedUntil());
    }

    private Payment payment(PaymentId id) {
        return payments.find(id).orElseThrow(() -> new IllegalArgumentException("there is no payment " + id));
    }

    private static Result resultOf(Stage stage) {
        return Result.valueOf(stage.name());
    }
}
