package io.portolan.activities.explorer;

import io.portolan.domain.decision.Decision;
import io.portolan.domain.decision.DecisionHeader;
import io.portolan.domain.decision.RecordedDecision;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Answer;
import io.portolan.domain.instruction.BookingStatus;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.PaymentState;
import io.portolan.domain.payment.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that do not keep their promises: each is what is left when one guard is removed. */
final class WeakPorts {
    private WeakPorts() {}

    /** Reads a payment, lets others change it, and writes over it. */
    static final class ReadsFirst extends RecordedStore.OfPayments {
        ReadsFirst(Execution execution) {
            super(execution);
        }

        @Override
        public PaymentChange change(PaymentId id, Function<Payment, PaymentChange> decision) {
            Payment read = find(id).orElseThrow();
            return write(() -> decision.apply(read));
        }
    }

    /** Keeps a begun instruction in memory, and writes it with what comes next. */
    static final class WritesLate extends RecordedStore.OfPayments {
        private @Nullable PaymentChange unwritten;

        WritesLate(Execution execution) {
            super(execution);
        }

        @Override
        public Optional<Payment> find(PaymentId id) {
            Optional<Payment> stored = super.find(id);
            return unwritten == null ? stored : Optional.of(unwritten.payment());
        }

        @Override
        public PaymentChange change(PaymentId id, Function<Payment, PaymentChange> decision) {
            PaymentChange begun = unwritten;
            unwritten = null;
            PaymentChange made = write(() -> {
                if (begun != null) {
                    execution.situation().write(begun);
                }
                return decision.apply(execution.situation().payment());
            });
            return made;
        }

        @Override
        PaymentChange write(Supplier<PaymentChange> made) {
            PaymentChange change = execution.call(
                    Execution.Call.Kind.CHANGE,
                    () -> {
                        PaymentChange wanted = made.get();
                        return begins(wanted) ? wanted : execution.situation().write(wanted);
                    },
                    each -> List.of(execution.situation().tokens.of(each.payment()), each.isNone()));
            unwritten = begins(change) ? change : null;
            return change;
        }

        private static boolean begins(PaymentChange change) {
            return change.decision() == null
                    && change.events().stream().anyMatch(event -> event.type().endsWith(".instructed"));
        }
    }

    /** Parks a payment for an unknown outcome without looking whether it has become known. */
    static final class ParksOver extends RecordedStore.OfPayments {
        ParksOver(Execution execution) {
            super(execution);
        }

        @Override
        public PaymentChange change(PaymentId id, Function<Payment, PaymentChange> decision) {
            return write(() -> over(execution.situation().payment(), decision));
        }

        private PaymentChange over(Payment payment, Function<Payment, PaymentChange> decision) {
            PaymentChange made = decision.apply(payment);
            List<Instruction> all = payment.state().instructions();
            if (!made.isNone() || all.isEmpty() || !all.getLast().isDecided()) {
                return made;
            }
            PaymentChange unlooked = decision.apply(
                    withInstructions(payment, each -> each.equals(all.getLast()) ? undecided(each) : each));
            Parking parking = unlooked.payment().state().parking();
            return parking == null || parking.kind() != Parking.Kind.OUTCOME
                    ? made
                    : new PaymentChange(parked(payment, parking), unlooked.events(), List.of(), List.of(), null);
        }

        private static Payment parked(Payment payment, Parking parking) {
            PaymentState state = payment.state();
            return withState(
                    payment,
                    new PaymentState(
                            Stage.PARKED,
                            parking,
                            state.hold(),
                            state.reason(),
                            state.plans(),
                            state.instructions(),
                            state.refunds(),
                            state.cancelRequestedAt(),
                            state.version() + 1));
        }
    }

    /** Knows of no reference under which a bank has taken an order. */
    static final class ForgetsTaken extends RecordedStore.OfPayments {
        ForgetsTaken(Execution execution) {
            super(execution);
        }

        @Override
        public Optional<Payment> find(PaymentId id) {
            return super.find(id)
                    .map(payment -> withInstructions(payment, each -> each.isDecided() ? each : undecided(each)));
        }
    }

    /** Reads other decisions than were made. */
    static final class Rewritten extends RecordedStore.OfDecisions {
        private final UnaryOperator<Decision> rewriting;

        Rewritten(Execution execution, UnaryOperator<Decision> rewriting) {
            super(execution);
            this.rewriting = rewriting;
        }

        @Override
        public Optional<RecordedDecision> find(PaymentId payment, String id) {
            return super.find(payment, id).map(this::rewrite);
        }

        @Override
        public List<RecordedDecision> listApproved(PaymentId payment) {
            return super.listApproved(payment).stream().map(this::rewrite).toList();
        }

        private RecordedDecision rewrite(RecordedDecision made) {
            return new RecordedDecision(
                    rewriting.apply(made.decision()), made.status(), made.lapsesAt(), made.approval(), made.ending());
        }
    }

    /** The decision as if it had been made of the payment as it is now. */
    static Decision ofVersion(Decision decision, Payment payment) {
        return with(decision, payment.version(), decision.header().madeAt());
    }

    /** The decision as if it had been made when everything is over. */
    static Decision madeLater(Decision decision) {
        DecisionHeader made = decision.header();
        return with(decision, made.version(), made.madeAt().plus(Duration.ofDays(1)));
    }

    private static Decision with(Decision decision, int version, Instant madeAt) {
        DecisionHeader made = decision.header();
        DecisionHeader header =
                new DecisionHeader(made.id(), made.payment(), made.maker(), made.reason(), version, madeAt);
        return switch (decision) {
            case Decision.Retry _ -> new Decision.Retry(header);
            case Decision.Unwind unwind -> new Decision.Unwind(header, unwind.plan());
            case Decision.ResolveExecuted each ->
                new Decision.ResolveExecuted(header, each.instruction(), each.evidence());
            case Decision.ResolveNotExecuted each ->
                new Decision.ResolveNotExecuted(header, each.instruction(), each.evidence());
            case Decision.CorrectPayee each -> new Decision.CorrectPayee(header, each.payee());
            case Decision.Cancel _ -> new Decision.Cancel(header);
            case Decision.Hold _ -> new Decision.Hold(header);
            case Decision.Release _ -> new Decision.Release(header);
        };
    }

    /** The evidence as if it were about whatever is open. */
    static Decision ofOpenKey(Decision decision, Payment payment) {
        Optional<InstructionKey> open = payment.openInstruction().map(Instruction::key);
        return switch (decision) {
            case Decision.ResolveExecuted each ->
                new Decision.ResolveExecuted(each.header(), open.orElse(each.instruction()), each.evidence());
            case Decision.ResolveNotExecuted each ->
                new Decision.ResolveNotExecuted(each.header(), open.orElse(each.instruction()), each.evidence());
            case Decision.Retry _,
                    Decision.Unwind _,
                    Decision.CorrectPayee _,
                    Decision.Cancel _,
                    Decision.Hold _,
                    Decision.Release _ -> decision;
        };
    }

    private static Instruction undecided(Instruction each) {
        BookingStatus status = each.isDecided() ? BookingStatus.INSTRUCTED : each.booking();
        Answer answer = new Answer(status, null, null, null, each.answer().uncertainty(), null, Answer.Witness.BANK);
        return new Instruction(each.key(), each.kind(), each.amount(), each.window(), answer, each.funds());
    }

    private static Payment withInstructions(Payment payment, UnaryOperator<Instruction> change) {
        PaymentState state = payment.state();
        return withState(
                payment,
                new PaymentState(
                        state.stage(),
                        state.parking(),
                        state.hold(),
                        state.reason(),
                        state.plans(),
                        state.instructions().stream().map(change).toList(),
                        state.refunds(),
                        state.cancelRequestedAt(),
                        state.version()));
    }

    private static Payment withState(Payment payment, PaymentState state) {
        return new Payment(
                payment.id(),
                payment.merchant(),
                payment.order(),
                payment.price(),
                payment.route(),
                state,
                payment.createdAt(),
                payment.updatedAt());
    }
}
