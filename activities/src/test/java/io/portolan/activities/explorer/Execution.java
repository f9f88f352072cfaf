package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Database.Tokens;
import io.portolan.activities.explorer.Situation.Memory;
import io.portolan.activities.explorer.Situation.Worker;
import io.portolan.activities.instruction.Counterparties;
import io.portolan.activities.instruction.InstructionExecutor;
import io.portolan.activities.instruction.PollingSchedule;
import io.portolan.activities.payment.PaymentDriver;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.operations.InMemoryBankCalls;
import io.portolan.domain.payment.Payments;
import io.portolan.domain.saga.Planning;
import java.lang.StackWalker.StackFrame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a worker: the real driver is run over the answers that its calls have got, makes the one call that it had come to, goes on to the next, and is stopped there.
 * The time that it reads on the way is kept with the answers, so that it can be old by the time of the next call.
 */
final class Execution {
    /** One pause, and so two inquiries at most in a row: more would only repeat them. */
    private static final PollingSchedule SCHEDULE =
            new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(1), List.of(Duration.ofSeconds(10)));

    private static final StackWalker WALKER = StackWalker.getInstance();

    private final Situation situation;
    private final Delivery delivery;
    private final List<Object> answers;
    private Memory memory;
    private int next;
    private boolean isCallMade;
    private boolean isInCall;

    /** A call to what is outside the worker: others may come before it. */
    record Call(
            Kind kind,
            @Nullable InstructionKey key,
            @Nullable Instant signedAt) {
        enum Kind {
            FIND,
            CHANGE,
            DECISIONS,
            INSTRUCT,
            INQUIRE,
            QUOTE
        }

        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT)
                    + (key == null ? "" : " " + key.plan() + "/" + key.movement() + "/" + key.attempt());
        }
    }

    /** What becomes of a call. */
    enum Delivery {
        ANSWERED,
        REJECTED,
        /** The payee's details are wrong. */
        REJECTED_CORRECTABLY,
        ANSWER_LOST,
        LOST,
        DELAYED
    }

    /** Stops a worker before its next call. No handler of exceptions holds it up. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;

        private final transient Call before;
        private final long position = WALKER.walk(Execution::stackOf);

        Stopped(Call before) {
            super(null, null, false, false);
            this.before = before;
        }
    }

    private Execution(Situation situation, Worker worker, Delivery delivery) {
        this.situation = situation;
        this.delivery = delivery;
        this.answers = new ArrayList<>(worker.answers());
        this.memory = worker.memory();
    }

    /** Lets this worker make its next call, or begin with its first one. */
    static void step(Situation situation, int number, Delivery delivery) {
        Execution execution = new Execution(situation, situation.worker(number), delivery);
        situation.setWorker(number, execution.run());
    }

    private Worker run() {
        try {
            driver().advance(situation.payment().id().value());
            return Worker.IDLE;
        } catch (Stopped stopped) {
            return new Worker(List.copyOf(answers), memory, memory.hash(position(stopped)), stopped.before);
        } catch (RuntimeException failed) {
            situation.fail(failed.toString());
            return Worker.IDLE;
        }
    }

    /** Somebody asks what an unwind would cost: it is stored as a proposal. */
    static void propose(Situation situation) {
        Execution alone = new Execution(situation, Worker.IDLE, Delivery.ANSWERED);
        alone.isInCall = true;
        alone.planning(new RecordedBanks(alone), new RecordedStore.OfPayments(alone))
                .propose(situation.payment().id(), Reason.of("operator_decision", "asked for by an operator"));
    }

    /** Where in the code a worker stands, and what it has signed. */
    private long position(Stopped stopped) {
        long position =
                Tokens.mix(stopped.position, stopped.before.kind().name().hashCode());
        Instant signedAt = stopped.before.signedAt();
        return signedAt == null ? position : Tokens.mix(position, situation.tokens.of(signedAt));
    }

    private static long stackOf(Stream<StackFrame> frames) {
        return frames.filter(frame -> frame.getClassName().startsWith("io.portolan.activities.payment.")
                        || frame.getClassName().startsWith("io.portolan.activities.instruction.")
                        || frame.getClassName().startsWith("io.portolan.domain.saga."))
                .mapToLong(frame -> Tokens.mix(frame.getMethodName().hashCode(), frame.getByteCodeIndex()))
                .reduce(0, Tokens::mix);
    }

    private Planning planning(RecordedBanks banks, Payments payments) {
        return new Planning(payments, _ -> banks, banks, new RecordedStore.OfJournal(this), clock());
    }

    private PaymentDriver driver() {
        Guard removed = situation.removed;
        Payments payments = removed.payments(this);
        RecordedStore.OfJournal journal = new RecordedStore.OfJournal(this);
        RecordedBanks banks = removed.banks(this);
        InstructionExecutor executor = new InstructionExecutor(
                payments,
                new Counterparties(banks, _ -> banks),
                new InMemoryBankCalls(),
                new InstructionExecutor.Polling(SCHEDULE, _ -> {}),
                passingClock());
        return new PaymentDriver(
                new PaymentDriver.Records(payments, removed.decisions(this), journal),
                planning(banks, payments),
                executor,
                (_, _) -> {},
                removed.driverClock(this));
    }

    Situation situation() {
        return situation;
    }

    Delivery delivery() {
        return delivery;
    }

    /** Whether the worker is in a call, and so alone. */
    boolean isInCall() {
        return isInCall;
    }

    /** Whether one of the answers that the worker has got by now is such. */
    boolean hasHeard(Predicate<Object> such) {
        return answers.subList(0, next).stream().anyMatch(such);
    }

    <T> T call(Call.Kind kind, Supplier<T> effect, Function<T, Object> essence) {
        return call(new Call(kind, null, null), effect, essence);
    }

    /** @param essence what of the answer the worker can go by */
    @SuppressWarnings("unchecked")
    <T> T call(Call call, Supplier<T> effect, Function<T, Object> essence) {
        if (isInCall) {
            return effect.get();
        }
        if (next < answers.size()) {
            return (T) answers.get(next++);
        }
        if (isCallMade) {
            throw new Stopped(call);
        }
        isCallMade = true;
        isInCall = true;
        T answer = effect.get();
        isInCall = false;
        answers.add(answer);
        next++;
        memory = memory.with(call.kind(), situation.tokens.of(essence.apply(answer)));
        return answer;
    }

    /** The time that decides what is done with the payment. */
    Clock clock() {
        return clock(true);
    }

    /** The time that decides at once whether to send: what comes of it shows in where the worker is, and in what it has signed. */
    Clock passingClock() {
        return clock(false);
    }

    private Clock clock(boolean isRemembered) {
        return new Clock() {
            @Override
            public Instant instant() {
                if (isInCall) {
                    return situation.now;
                }
                if (next < answers.size()) {
                    return (Instant) answers.get(next++);
                }
                answers.add(situation.now);
                next++;
                memory = isRemembered ? memory.at(situation.tokens.of(situation.now)) : memory;
                return situation.now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
