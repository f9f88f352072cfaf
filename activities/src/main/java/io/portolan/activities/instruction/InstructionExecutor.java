package io.portolan.activities.instruction;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.PayoutReturn;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.payment.Transitions;
import io.portolan.domain.saga.BankFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Sends one instruction to the other side, and inquires until it is decided or the poll window is over.
 *
 * <p>Safe to execute again, at the same time or after a crash anywhere: the key and the fence are in the database before the order is sent; what is decided is answered from the
 * database; what may have been sent is inquired about first, and is resent only before its fence, and only if the other side says that it never saw it, and is not known to have
 * taken it. That is no second instruction: it is the same order under the same key, which the other side executes at most once, even if the first copy is still on its way.
 */
public final class InstructionExecutor {
    private final Payments payments;
    private final BankFacts facts;
    private final Counterparties counterparties;
    private final BankCalls calls;
    private final Polling polling;
    private final Clock clock;

    /** How, and with which pauses, the other side is asked at first. */
    public record Polling(PollingSchedule schedule, Sleeper sleeper) {}

    public InstructionExecutor(
            Payments payments, Counterparties counterparties, BankCalls calls, Polling polling, Clock clock) {
        this.payments = payments;
        this.facts = new BankFacts(payments, clock);
        this.counterparties = counterparties;
        this.calls = calls;
        this.polling = polling;
        this.clock = clock;
    }

    /** When the other side is asked. */
    public PollingSchedule schedule() {
        return polling.schedule;
    }

    /** Sends an instruction that has just been begun, and polls. If another execution has sent it meanwhile, and heard of it, it is only asked about. */
    public MovementOutcome send(PaymentId id, InstructionKey key) {
        Payment payment = payment(id);
        Instruction begun = payment.instruction(key);
        Attempt attempt = new Attempt(id, key, callsAbout(payment, begun));
        return poll(attempt, begun.isTaken() || begun.isDecided() ? attempt.inquireOrResend() : attempt.send());
    }

    /** Asks about an instruction that may have been sent before, and polls. */
    public MovementOutcome inquire(PaymentId id, InstructionKey key) {
        Attempt attempt = attempt(id, key);
        return poll(attempt, attempt.inquireOrResend());
    }

    /** Asks once, and records what is decisive; nothing is sent again. */
    public MovementOutcome inquireOnce(PaymentId id, InstructionKey key) {
        Attempt attempt = attempt(id, key);
        return attempt.record(attempt.calls.inquire());
    }

    /** Asks once, resends before the fence what the other side never saw, and records what is decisive. */
    public MovementOutcome inquireOrResendOnce(PaymentId id, InstructionKey key) {
        Attempt attempt = attempt(id, key);
        return attempt.record(attempt.inquireOrResend());
    }

    /** Asks once about an instruction, decided or not, and says what the other side answered; what to make of it is the caller's. */
    public InquiryResult ask(Payment payment, Instruction instruction) {
        return callsAbout(payment, instruction).inquire();
    }

    /** What the bank says has come back of a payout. */
    public List<PayoutReturn> findReturns(Payment payment, Instruction payout) {
        return counterparties.findReturns(payment, payout);
    }

    /** Inquires until the result is decisive or the poll window is over, however long each call takes. */
    private MovementOutcome poll(Attempt attempt, InquiryResult first) {
        InquiryResult result = first;
        Instant end = clock.instant().plus(polling.schedule.pollWindow());
        for (Duration each : polling.schedule.pauses()) {
            if (isDecisive(result) || !clock.instant().isBefore(end)) {
                break;
            }
            polling.sleeper.sleep(each);
            result = attempt.inquireOrResend();
        }
        return attempt.record(result);
    }

    private Attempt attempt(PaymentId id, InstructionKey key) {
        Payment payment = payment(id);
        return new Attempt(id, key, callsAbout(payment, payment.instruction(key)));
    }

    private RecordedCalls callsAbout(Payment payment, Instruction instruction) {
        return new RecordedCalls(instruction.key(), counterparties.of(payment, instruction), calls, clock);
    }

    private Payment payment(PaymentId id) {
        return payments.find(id).orElseThrow(() -> new IllegalArgumentException("there is no payment " + id));
    }

    private static boolean isDecisive(InquiryResult result) {
        return switch (result) {
            case InquiryResult.Booked _, InquiryResult.Rejected _ -> true;
            case InquiryResult.Pending _, InquiryResult.NotFound _, InquiryResult.Unknown _ -> false;
        };
    }

    /** One execution of an instruction. */
    private final class Attempt {
        private final PaymentId id;
        private final InstructionKey key;
        private final RecordedCalls calls;
        private String takenAs = "";

        Attempt(PaymentId id, InstructionKey key, RecordedCalls calls) {
            this.id = id;
            this.key = key;
            this.calls = calls;
        }

        InquiryResult send() {
            return noted(calls.send());
        }

        /** What nobody has decided meanwhile, and the other side never saw, is resent before its fence. */
        InquiryResult inquireOrResend() {
            InquiryResult result = noted(calls.inquire());
            return result instanceof InquiryResult.NotFound && maySend() ? send() : result;
        }

        /** The outcome, the entries and the stage in one transaction. What is in the database then is the answer, whoever wrote it. */
        MovementOutcome record(InquiryResult result) {
            Payment after = isDecisive(result)
                    ? facts.record(id, before -> Transitions.recordInquiry(before, key, result, clock.instant()))
                            .payment()
                    : recordSilence(result);
            return outcomeOf(after.instruction(key), uncertainty(result));
        }

        private InquiryResult noted(InquiryResult result) {
            if (result instanceof InquiryResult.Pending(String reference)) {
                takenAs = reference;
            }
            return result;
        }

        private boolean maySend() {
            Instruction stored = payment(id).instruction(key);
            return takenAs.isEmpty()
                    && !stored.isDecided()
                    && !stored.isTaken()
                    && clock.instant().isBefore(stored.window().sendUntil());
        }

        /** Under the payment's lock, so that an answer which came meanwhile is not parked over. */
        private Payment recordSilence(InquiryResult result) {
            return payments.change(id, before -> silent(before, result)).payment();
        }

        private PaymentChange silent(Payment payment, InquiryResult result) {
            Instruction stored = payment.instruction(key);
            if (stored.isDecided()) {
                return PaymentChange.none(payment);
            }
            Instant now = clock.instant();
            PaymentChange noted = takenAs.isEmpty()
                    ? PaymentChange.none(payment)
                    : Transitions.recordTaken(payment, key, takenAs, now);
            if (now.isBefore(stored.window().awaitedUntil())) {
                return noted;
            }
            Parking.Cause cause = new Parking.Cause(
                    Parking.Kind.OUTCOME, stored.kind(), Reason.of("outcome_unknown", uncertainty(result)), null);
            PaymentChange contradicted = Transitions.recordInquiry(noted.payment(), key, result, now);
            return noted.followedBy(contradicted).followedBy(Transitions.park(contradicted.payment(), cause, now));
        }
    }

    private static MovementOutcome outcomeOf(Instruction instruction, String uncertainty) {
        return switch (instruction.booking()) {
            case BOOKED -> new MovementOutcome.Booked(Objects.requireNonNull(instruction.bankReference()));
            case REJECTED -> new MovementOutcome.Rejected(Objects.requireNonNull(instruction.rejection()));
            case INSTRUCTED, UNKNOWN -> new MovementOutcome.Unknown(uncertainty);
        };
    }

    private static String uncertainty(InquiryResult result) {
        return switch (result) {
            case InquiryResult.Pending _ -> "still pending at the other side";
            case InquiryResult.NotFound _ -> "the other side does not know the instruction";
            case InquiryResult.Unknown(String detail) -> detail;
            case InquiryResult.Booked _, InquiryResult.Rejected _ -> "contradicts what is recorded";
        };
    }
}
