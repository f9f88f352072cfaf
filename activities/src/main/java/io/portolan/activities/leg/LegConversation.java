package io.portolan.activities.leg;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.payment.Change;
import io.portolan.domain.payment.Instruction;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.legs.Waited;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * One step of a payment, talked through with the other side until it is decided or patience is over.
 *
 * <p>Safe to hold again, at the same time or after a crash anywhere: the key is fixed in the database before the order is sent; what is decided is
 * answered from the database; an order that may have been sent is asked after first, and goes out again only if the other side proves that it never
 * saw it. That is no second instruction: it is the same order under the same key, which the other side executes at most once, even if the first
 * copy is still on its way.
 */
public final class LegConversation {
    private static final Reason CANCELLED = Reason.of("cancelled", "withdrawn before this step began");

    private final Payments payments;
    private final BankCalls calls;
    private final Pacing pacing;
    private final Clock clock;
    private final Pause pause;

    public LegConversation(Payments payments, BankCalls calls, Pacing pacing, Clock clock, Pause pause) {
        this.payments = payments;
        this.calls = calls;
        this.pacing = pacing;
        this.clock = clock;
        this.pause = pause;
    }

    /** Begins the step unless it has begun, and tells what became of it; Rejected also if it may not begin any more. */
    public <O> LegOutcome hold(PaymentId id, Step step, Counterparty<O> other) {
        Change begun = payments.change(id, payment -> Transitions.begin(payment, step, clock.instant()));
        Payment payment = begun.payment();
        Optional<Instruction> latest = payment.latest(step);
        if (latest.isEmpty()) {
            return new LegOutcome.Rejected(
                    Optional.ofNullable(payment.progress().reason()).orElse(CANCELLED));
        }
        Instruction instruction = latest.get();
        if (instruction.isDecided()) {
            return Outcomes.of(payment, instruction, "");
        }
        Exchange<O> exchange = exchange(payment, instruction, other);
        return pursued(exchange, begun.isNone() ? askedOrSent(exchange) : exchange.send());
    }

    /**
     * Asks once about a step that is open, unless the payment is parked with it: then it was waited for before, and the engine has forgotten.
     *
     * @throws ApplicationFailure while the other side has not decided: benign, with the time after which to call again
     */
    public <O> Waited await(PaymentId id, Step step, Counterparty<O> other) {
        Payment payment = payment(id);
        Optional<Instruction> open = payment.latest(step).filter(instruction -> !instruction.isDecided());
        if (open.isEmpty()) {
            return Waited.ANSWERED;
        }
        if (isParkedWith(payment, step)) {
            return Waited.IN_VAIN;
        }
        Exchange<O> exchange = exchange(payment, open.get(), other);
        return switch (written(exchange.key(), askedOrSent(exchange))) {
            case LegOutcome.Accepted _, LegOutcome.Rejected _ -> Waited.ANSWERED;
            case LegOutcome.Unknown(String detail) -> throw SecondStage.stillOpen(detail, pacing);
        };
    }

    /** Asks once what has become of the funds of a booked instruction, and records it. */
    public <O> void followUp(Payment payment, Instruction booked, Counterparty<O> other) {
        Exchange<O> exchange = exchange(payment, booked, other);
        written(exchange.key(), exchange.ask());
    }

    /** Asks on until the finding is decisive or patience is over. */
    private LegOutcome pursued(Exchange<?> exchange, Finding first) {
        Finding finding = first;
        for (Duration each : pacing.pauses()) {
            if (isDecisive(finding)) {
                break;
            }
            pause.last(each);
            finding = askedOrSent(exchange);
        }
        return written(exchange.key(), finding);
    }

    /** What nobody has decided meanwhile, and the other side never saw, goes out again. */
    private Finding askedOrSent(Exchange<?> exchange) {
        Finding finding = exchange.ask();
        boolean mayGoOut = finding instanceof Finding.NotFound && isOpen(exchange.key());
        return mayGoOut ? exchange.send() : finding;
    }

    /** The outcome, the ledger entries and the status in one transaction. What is in the database then is the answer, whoever wrote it. */
    private LegOutcome written(InstructionKey key, Finding finding) {
        Payment payment = isDecisive(finding)
                ? payments.change(key.payment(), before -> Transitions.found(before, key, finding, clock.instant()))
                        .payment()
                : payment(key.payment());
        return Outcomes.of(payment, payment.instruction(key), uncertainty(finding));
    }

    private boolean isOpen(InstructionKey key) {
        return !payment(key.payment()).instruction(key).isDecided();
    }

    private <O> Exchange<O> exchange(Payment payment, Instruction instruction, Counterparty<O> other) {
        O order = other.order().apply(payment, instruction);
        return new Exchange<>(instruction.key(), order, other, calls, clock);
    }

    private Payment payment(PaymentId id) {
        return payments.find(id).orElseThrow(() -> new IllegalArgumentException("there is no payment " + id));
    }

    private static boolean isParkedWith(Payment payment, Step step) {
        Parking parking = payment.progress().parking();
        return parking != null && parking.step() == step;
    }

    private static boolean isDecisive(Finding finding) {
        return switch (finding) {
            case Finding.Booked _, Finding.Refused _ -> true;
            case Finding.Pending _, Finding.NotFound _, Finding.Unclear _ -> false;
        };
    }

    private static String uncertainty(Finding finding) {
        return switch (finding) {
            case Finding.Pending _ -> "still pending at the other side";
            case Finding.NotFound _ -> "the other side does not know the instruction yet";
            case Finding.Unclear(String detail) -> detail;
            case Finding.Booked _, Finding.Refused _ -> "contradicts what is recorded";
        };
    }
}
