package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Database.Tokens;
import io.portolan.activities.explorer.Execution.Call;
import io.portolan.activities.explorer.Scenario.Budgets;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.PaymentChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything at one moment: what is recorded, what banks have done, the time, and how far each worker is. A step changes a copy. */
final class Situation {
    static final int WORKERS = 2;

    final Tokens tokens;
    final Guard removed;
    Database database;
    Bank bank = Bank.EMPTY;
    Instant now = Scenario.START;
    Budgets budgets = Budgets.NONE;
    private final Worker[] workers = {Worker.IDLE, Worker.IDLE};
    private @Nullable String failure;

    /**
     * A worker: the answers that its calls have got since it began, and the call that it is about to make. Driven again over the same answers, it comes to the same call:
     * so there is no thread to stop, and a state can be kept and gone on from as often as there are ways to go on.
     */
    record Worker(
            List<Object> answers,
            Memory memory,
            long hash,
            @Nullable Call pending) {
        static final Worker IDLE = new Worker(List.of(), Memory.NONE, 0, null);

        boolean isIdle() {
            return pending == null;
        }
    }

    /**
     * What a worker can still go by, beside where it is in the code: the newest payment that it read, the newest time, the newest change, what the banks have answered since
     * that change, and the decisions that it began with. What it read before can decide nothing any more, so two workers that differ in that alone are in the same state.
     */
    record Memory(long read, long time, long change, long banks, long decisions) {
        static final Memory NONE = new Memory(0, 0, 0, 0, 0);

        Memory with(Call.Kind kind, long number) {
            return switch (kind) {
                case FIND -> new Memory(number, time, change, banks, decisions);
                case CHANGE -> new Memory(read, time, number, 0, decisions);
                case DECISIONS -> new Memory(read, time, change, banks, number);
                case INSTRUCT, INQUIRE, QUOTE -> new Memory(read, time, change, Tokens.mix(banks, number), decisions);
            };
        }

        Memory at(long number) {
            return new Memory(read, number, change, banks, decisions);
        }

        long hash(long position) {
            long mixed = Tokens.mix(Tokens.mix(position, read), time);
            return Tokens.mix(Tokens.mix(Tokens.mix(mixed, change), banks), decisions);
        }
    }

    Situation(Tokens tokens, Guard removed, Payment payment) {
        this.tokens = tokens;
        this.removed = removed;
        this.database = new Database(tokens, payment);
    }

    private Situation(Situation original) {
        tokens = original.tokens;
        removed = original.removed;
        database = original.database;
        bank = original.bank;
        now = original.now;
        budgets = original.budgets;
        failure = original.failure;
        System.arraycopy(original.workers, 0, workers, 0, WORKERS);
    }

    Situation copy() {
        return new Situation(this);
    }

    /** The same, without this guard from now on, and with so much that may go wrong. */
    Situation removing(Guard guard, Budgets allowed) {
        Situation next = new Situation(tokens, guard, payment());
        next.database = database;
        next.bank = bank;
        next.now = now;
        next.budgets = allowed;
        return next;
    }

    Payment payment() {
        return database.payment();
    }

    Worker worker(int number) {
        return workers[number];
    }

    void setWorker(int number, Worker worker) {
        workers[number] = worker;
    }

    boolean isEveryWorkerIdle() {
        return workers[0].isIdle() && workers[1].isIdle();
    }

    PaymentChange write(PaymentChange change) {
        database = database.write(change);
        return change;
    }

    void fail(String why) {
        failure = why;
    }

    /** What a worker died of, if it did. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Two workers are alike, so which of them is where makes no other state. */
    Digest digest() {
        long a = workers[0].hash();
        long b = workers[1].hash();
        return new Digest(hash(Math.min(a, b), Math.max(a, b)), hash(~Math.max(a, b), Math.min(a, b)));
    }

    private long hash(long first, long second) {
        long mixed = Tokens.mix(Tokens.mix(first, second), database.hash());
        bank = tokens.canonical(bank);
        return Tokens.mix(Tokens.mix(Tokens.mix(mixed, tokens.of(bank)), tokens.of(now)), budgets.packed());
    }

    /** The whole state in 128 bits. */
    record Digest(long first, long second) {}
}
