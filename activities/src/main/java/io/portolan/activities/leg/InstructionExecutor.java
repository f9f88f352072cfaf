package io.portolan.activities.leg;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.workflows.legs.WaitResult;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Executes the instruction of one step: sends it to the other side, and inquires until it is decided or the poll window is over.
 *
 * <p>Safe to execute again, at the same time or after a crash anywhere: the key is fixed in the database before the order is sent; what is decided is
 * answered from the database; an order that may have been sent is inquired about first, and is resent only if the other side proves that it never
 * saw it. That is no second instruction: it is the same order under the same key, which the other side executes at most once, even if the first
 * copy is still on its way.
 */
public final class InstructionExecutor {
    private static final Reason CANCELLED = Reason.of("cancelled", "cancelled before this step began");

    private final Payments payments;
    private final BankCalls calls;
    private final PollingSchedule schedule;
    private final Clock clock;
    private final Sleeper sleeper;

    public InstructionExecutor(
            Payments payments, BankCalls calls, PollingSchedule schedule, Clock clock, Sleeper sleeper) {
        this.payments = payments;
        this.calls = calls;
        this.schedule = schedule;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Begins the step unless it has begun, and says how it ended; Rejected also if it may not begin any more. */
    public <O> MovementOutcome execute(PaymentId id, Step step, OrderChannel<O> other) {
        PaymentChange begun = payments.change(id, payment -> Transitions.begin(payment, step, clock.instant()));
        Payment payment = begun.payment();
        Optional<Instruction> latest = payment.latest(step);
        if (latest.isEmpty()) {
            return new MovementOutcome.Rejected(
                    Optional.ofNullable(payment.state().reason()).orElse(CANCELLED));
        }
        Instruction instruction = latest.get();
        if (instruction.isDecided()) {
            return RecordedOutcome.of(payment, instruction, "");
        }
        RecordedCalls<O> calls = calls(payment, instruction, other);
        return pollUntilDecided(calls, begun.isNone() ? inquireOrResend(calls) : calls.send());
    }

    /**
     * Asks once about a step that is open, unless the payment is parked with it: then it was waited for before, and the workflow service has lost its history.
     *
     * @throws ApplicationFailure while the other side has not decided: benign, with the time after which to call again
     */
    public <O> WaitResult inquireOnce(PaymentId id, Step step, OrderChannel<O> other) {
        Payment payment = payment(id);
        Optional<Instruction> open = payment.latest(step).filter(instruction -> !instruction.isDecided());
        if (open.isEmpty()) {
            return WaitResult.ANSWERED;
        }
        if (isParkedWith(payment, step)) {
            return WaitResult.TIMED_OUT;
        }
        RecordedCalls<O> calls = calls(payment, open.get(), other);
        return switch (recordOutcome(calls.key(), inquireOrResend(calls))) {
            case MovementOutcome.Decided _ -> WaitResult.ANSWERED;
            case MovementOutcome.Unknown(String detail) -> throw StillPending.failure(detail, schedule);
        };
    }

    /** Asks once what has become of the funds of a booked instruction, and records it. */
    public <O> void checkSettlement(Payment payment, Instruction booked, OrderChannel<O> other) {
        RecordedCalls<O> calls = calls(payment, booked, other);
        recordOutcome(calls.key(), calls.inquire());
    }

    /** Inquires until the result is decisive or the poll window is over. */
    private MovementOutcome pollUntilDecided(RecordedCalls<?> calls, InquiryResult first) {
        InquiryResult result = first;
        for (Duration each : schedule.pauses()) {
            if (isDecisive(result)) {
                break;
            }
            sleeper.sleep(each);
            result = inquireOrResend(calls);
        }
        return recordOutcome(calls.key(), result);
    }

    /** What nobody has decided meanwhile, and the other side never saw, is resent. */
    private InquiryResult inquireOrResend(RecordedCalls<?> calls) {
        InquiryResult result = calls.inquire();
        boolean mayResend = result instanceof InquiryResult.NotFound && isOpen(calls.key());
        return mayResend ? calls.send() : result;
    }

    /** The outcome, the ledger entries and the status in one transaction. What is in the database then is the answer, whoever wrote it. */
    private MovementOutcome recordOutcome(InstructionKey key, InquiryResult result) {
        Payment payment = isDecisive(result)
                ? payments.change(
                                key.payment(),
                                before -> Transitions.recordInquiry(before, key, result, clock.instant()))
                        .payment()
                : payment(key.payment());
        return RecordedOutcome.of(payment, payment.instruction(key), uncertainty(result));
    }

    private boolean isOpen(InstructionKey key) {
        return !payment(key.payment()).instruction(key).isDecided();
    }

    private <O> RecordedCalls<O> calls(Payment payment, Instruction instruction, OrderChannel<O> other) {
        O order = other.order().apply(payment, instruction);
        return new RecordedCalls<>(instruction.key(), order, other, calls, clock);
    }

    private Payment payment(PaymentId id) {
        return payments.find(id).orElseThrow(() -> new IllegalArgumentException("there is no payment " + id));
    }

    private static boolean isParkedWith(Payment payment, Step step) {
        Parking parking = payment.state().parking();
        return parking != null && parking.step() == step;
    }

    private static boolean isDecisive(InquiryResult result) {
        return switch (result) {
            case InquiryResult.Booked _, InquiryResult.Rejected _ -> true;
            case InquiryResult.Pending _, InquiryResult.NotFound _, InquiryResult.Unknown _ -> false;
        };
    }

    private static String uncertainty(InquiryResult result) {
        return switch (result) {
            case InquiryResult.Pending _ -> "still pending at the other side";
            case InquiryResult.NotFound _ -> "the other side does not know the instruction yet";
            case InquiryResult.Unknown(String detail) -> detail;
            case InquiryResult.Booked _, InquiryResult.Rejected _ -> "contradicts what is recorded";
        };
    }
}
