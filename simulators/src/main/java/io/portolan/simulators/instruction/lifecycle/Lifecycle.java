package io.portolan.simulators.instruction.lifecycle;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.account.BookingDetails;
import io.portolan.simulators.callback.Outbox;
import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.InstructionRequest;
import io.portolan.simulators.instruction.Instructions;
import io.portolan.simulators.instruction.PayoutReturns;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.ReturnRule;
import io.portolan.simulators.instruction.State.Booked;
import io.portolan.simulators.instruction.State.RejectedAtOnce;
import io.portolan.simulators.instruction.State.RejectedLater;
import io.portolan.simulators.instruction.State.Returned;
import io.portolan.simulators.instruction.State.Settled;
import io.portolan.simulators.instruction.lifecycle.Task.Action;
import io.portolan.simulators.settings.Settings;
import io.portolan.simulators.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Takes every instruction from storing to its final state. Each step changes the state, books the transfers, schedules
 * the next task and enqueues the callback in one transaction, so a killed process stops between two steps, never within
 * one.
 */
public final class Lifecycle {

    private final Accounts accounts;
    private final Instructions instructions;
    private final PayoutReturns payoutReturns;
    private final Outbox outbox;
    private final CallbackSource callbacks;
    private final Supplier<Settings> settings;
    private final DueTasks dueTasks = new DueTasks();
    private final InstantSource clock;

    public Lifecycle(
            Repositories repositories, CallbackSource callbacks, Supplier<Settings> settings, InstantSource clock) {
        this.accounts = repositories.accounts();
        this.instructions = repositories.instructions();
        this.payoutReturns = repositories.payoutReturns();
        this.outbox = repositories.outbox();
        this.callbacks = callbacks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Stores the instruction unless its key is known; only for a new key is {@code decide} called. */
    public IntakeResult receive(Sql sql, InstructionRequest request, Supplier<IntendedOutcome> decide) {
        return instructions
                .find(sql, request.kind().counterparty(), request.key())
                .<IntakeResult>map(known -> known.request().fingerprint().equals(request.fingerprint())
                        ? new IntakeResult.Repeated(known)
                        : new IntakeResult.Conflicting())
                .orElseGet(() -> new IntakeResult.Stored(store(sql, request, decide.get())));
    }

    DueTasks dueTasks() {
        return dueTasks;
    }

    /** Runs one due task, unless it was already done. */
    void advance(Sql sql, Task task) {
        if (!dueTasks.remove(sql, task)) {
            return;
        }
        var instruction = instructions.get(sql, task.instruction());
        switch (task.action()) {
            case Action.Book _ -> book(sql, instruction, clock.instant());
            case Action.Reject(var reason) -> reject(sql, instruction, reason);
            case Action.Settle _ -> settle(sql, instruction);
            case Action.ReturnFunds _ -> returnFunds(sql, instruction);
        }
    }

    private Instruction store(Sql sql, InstructionRequest request, IntendedOutcome intended) {
        var now = clock.instant();
        return switch (intended) {
            case IntendedOutcome.ImmediateRejection(var reason) ->
                instructions.updateState(
                        sql, instructions.add(sql, request, Fault.NONE, now), new RejectedAtOnce(reason));
            case IntendedOutcome.PendingForever _ -> instructions.add(sql, request, Fault.NONE, now);
            case IntendedOutcome.LateRejection(var reason) -> {
                var instruction = instructions.add(sql, request, Fault.NONE, now);
                var dueAt = now.plus(settings.get().lateRejectionDelay());
                dueTasks.add(sql, instruction.number(), new Action.Reject(reason), dueAt);
                yield instruction;
            }
            case IntendedOutcome.Booking(var fault) ->
                scheduleBooking(sql, instructions.add(sql, request, fault, now), now);
        };
    }

    /** Books at once when the callback has to come before the response; whoever responds then sends it. */
    private Instruction scheduleBooking(Sql sql, Instruction instruction, Instant now) {
        if (instruction.fault() == Fault.EARLY_CALLBACK) {
            return book(sql, instruction, now.plus(Outbox.LEASE));
        }
        dueTasks.add(sql, instruction.number(), new Action.Book(), now.plus(bookingDelay(instruction.fault())));
        return instruction;
    }

    private Duration bookingDelay(Fault fault) {
        return switch (fault) {
            case SLOW, HIDDEN_UNTIL_BOOKED -> settings.get().slowBookAfter();
            case VERY_SLOW -> settings.get().longBookAfter();
            case NONE,
                    RESPONSE_LOST,
                    EARLY_CALLBACK,
                    TRIPLE_CALLBACK,
                    GIBBERISH,
                    SERVER_ERROR,
                    CONTRADICTORY_CALLBACK,
                    REPORTED_REJECTED_LATER,
                    RETURNED_LESS_PERCENTAGE,
                    RETURNED_LESS_FLAT_FEE,
                    RETURNED_TWICE,
                    RETURNED_FOR_WRONG_ACCOUNT -> settings.get().bookAfter();
        };
    }

    private Instruction book(Sql sql, Instruction instruction, Instant callbackDueAt) {
        var now = clock.instant();
        if (!instruction.request().transfers().stream().allMatch(transfer -> accounts.isCovered(sql, transfer))) {
            return reject(sql, instruction, instruction.request().kind().insufficientFunds());
        }
        for (var transfer : instruction.request().transfers()) {
            accounts.book(
                    sql,
                    transfer,
                    new BookingDetails(
                            instruction.number(), instruction.request().kind().purpose(), now));
        }
        dueTasks.add(
                sql,
                instruction.number(),
                new Action.Settle(),
                now.plus(settings.get().settleAfter()));
        var booked = instructions.updateState(sql, instruction, new Booked(now));
        int copies = instruction.fault() == Fault.TRIPLE_CALLBACK ? 3 : 1;
        callbacks.callbackFor(asReported(booked), now).ifPresent(callback -> {
            for (int i = 0; i < copies; i++) {
                outbox.add(sql, booked.number(), callback, callbackDueAt);
            }
        });
        return booked;
    }

    private Instruction reject(Sql sql, Instruction instruction, Rejection reason) {
        return enqueueCallback(sql, instructions.updateState(sql, instruction, new RejectedLater(reason)));
    }

    private void settle(Sql sql, Instruction instruction) {
        var now = clock.instant();
        var bookedAt = instruction.state().whenBooked().orElseThrow();
        enqueueCallback(sql, instructions.updateState(sql, instruction, new Settled(bookedAt, now)));
        if (ReturnRule.of(instruction.fault()).isPresent()) {
            scheduleReturn(sql, instruction, now);
        }
    }

    private void scheduleReturn(Sql sql, Instruction payout, Instant now) {
        var dueAt = now.plus(settings.get().returnAfter());
        dueTasks.add(sql, payout.number(), new Action.ReturnFunds(), dueAt);
    }

    private void returnFunds(Sql sql, Instruction instruction) {
        var bookedAt = instruction.state().whenBooked().orElseThrow();
        var settledAt = instruction.state().whenSettled().orElseThrow();
        var rule = ReturnRule.of(instruction.fault()).orElseThrow();
        var now = clock.instant();
        payoutReturns.book(sql, instruction, rule, now);
        enqueueCallback(sql, instructions.updateState(sql, instruction, new Returned(bookedAt, settledAt, now)));
        if (payoutReturns.of(sql, instruction).size() < rule.times()) {
            scheduleReturn(sql, instruction, now);
        }
    }

    private Instruction enqueueCallback(Sql sql, Instruction instruction) {
        var now = clock.instant();
        callbacks
                .callbackFor(asReported(instruction), now)
                .ifPresent(callback -> outbox.add(sql, instruction.number(), callback, now));
        return instruction;
    }

    /** The instruction as callbacks report it, which for one fault is the opposite of the truth. */
    private static Instruction asReported(Instruction instruction) {
        return instruction.fault() == Fault.CONTRADICTORY_CALLBACK
                ? instruction.withState(new RejectedLater(new Rejection("MS03", "no reason given")))
                : instruction;
    }
}
