package io.portolan.simulators.instruction;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.account.Movement;
import io.portolan.simulators.account.Posting;
import io.portolan.simulators.callback.Outbox;
import io.portolan.simulators.instruction.State.Booked;
import io.portolan.simulators.instruction.State.Refused;
import io.portolan.simulators.instruction.State.Rejected;
import io.portolan.simulators.instruction.State.Returned;
import io.portolan.simulators.instruction.State.Settled;
import io.portolan.simulators.instruction.Task.Step;
import io.portolan.simulators.settings.Settings;
import io.portolan.simulators.store.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Leads every instruction from its storing to its end. Each step changes the state, moves the money, plans the next step
 * and writes the callback in one transaction, so a kill between any two of them is a kill between two steps.
 */
public final class Lifecycle {

    private final Accounts accounts;
    private final Instructions instructions;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Supplier<Settings> settings;
    private final Agenda agenda = new Agenda();
    private final InstantSource clock;

    public Lifecycle(Books books, Announcements announcements, Supplier<Settings> settings, InstantSource clock) {
        this.accounts = books.accounts();
        this.instructions = books.instructions();
        this.outbox = books.outbox();
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    /** Stores the instruction unless its key is known; only for a new key is the plan asked for. */
    public Receipt receive(Sql sql, Draft draft, Supplier<Plan> plan) {
        return instructions
                .find(sql, draft.kind().counterparty(), draft.key())
                .<Receipt>map(known -> known.draft().fingerprint().equals(draft.fingerprint())
                        ? new Receipt.Repeated(known)
                        : new Receipt.Conflicting())
                .orElseGet(() -> new Receipt.Stored(store(sql, draft, plan.get())));
    }

    Agenda agenda() {
        return agenda;
    }

    /** Does one step that has become due, unless it is done already. */
    void advance(Sql sql, Task task) {
        if (!agenda.take(sql, task)) {
            return;
        }
        var instruction = instructions.get(sql, task.instruction());
        switch (task.step()) {
            case Step.Book _ -> book(sql, instruction, clock.instant());
            case Step.Reject(var reason) -> reject(sql, instruction, reason);
            case Step.Settle _ -> settle(sql, instruction);
            case Step.GiveBack _ -> giveBack(sql, instruction);
        }
    }

    private Instruction store(Sql sql, Draft draft, Plan plan) {
        var now = clock.instant();
        return switch (plan) {
            case Plan.Refuse(var reason) ->
                instructions.change(sql, instructions.add(sql, draft, Quirk.NONE, now), new Refused(reason));
            case Plan.StaySilent _ -> instructions.add(sql, draft, Quirk.NONE, now);
            case Plan.RejectLater(var reason) -> {
                var instruction = instructions.add(sql, draft, Quirk.NONE, now);
                var dueAt = now.plus(settings.get().lateRejection());
                agenda.add(sql, instruction.number(), new Step.Reject(reason), dueAt);
                yield instruction;
            }
            case Plan.Book(var quirk) -> toBook(sql, instructions.add(sql, draft, quirk, now), now);
        };
    }

    /** Books at once when the callback has to come before the answer; whoever answers then delivers it. */
    private Instruction toBook(Sql sql, Instruction instruction, Instant now) {
        if (instruction.quirk() == Quirk.EARLY_CALLBACK) {
            return book(sql, instruction, now.plus(Outbox.LEASE));
        }
        var pace = instruction.quirk() == Quirk.SLOW
                ? settings.get().slow()
                : settings.get().bookAfter();
        agenda.add(sql, instruction.number(), new Step.Book(), now.plus(pace));
        return instruction;
    }

    private Instruction book(Sql sql, Instruction instruction, Instant callbackDueAt) {
        var now = clock.instant();
        if (!instruction.draft().movements().stream().allMatch(movement -> accounts.isCovered(sql, movement))) {
            return reject(sql, instruction, instruction.draft().kind().notCovered());
        }
        for (var movement : instruction.draft().movements()) {
            move(sql, movement, instruction, instruction.draft().kind().name());
        }
        agenda.add(
                sql,
                instruction.number(),
                new Step.Settle(),
                now.plus(settings.get().settleAfter()));
        var booked = instructions.change(sql, instruction, new Booked(now));
        int copies = instruction.quirk() == Quirk.TRIPLE_CALLBACK ? 3 : 1;
        announcements.about(told(booked), now).ifPresent(message -> {
            for (int i = 0; i < copies; i++) {
                outbox.add(sql, booked.number(), message, callbackDueAt);
            }
        });
        return booked;
    }

    private Instruction reject(Sql sql, Instruction instruction, Rejection reason) {
        return announced(sql, instructions.change(sql, instruction, new Rejected(reason)));
    }

    private void settle(Sql sql, Instruction instruction) {
        var now = clock.instant();
        var bookedAt = instruction.state().whenBooked().orElseThrow();
        announced(sql, instructions.change(sql, instruction, new Settled(bookedAt, now)));
        if (instruction.quirk() == Quirk.RETURNED_LATER) {
            var dueAt = now.plus(settings.get().returnAfter());
            agenda.add(sql, instruction.number(), new Step.GiveBack(), dueAt);
        }
    }

    private void giveBack(Sql sql, Instruction instruction) {
        var bookedAt = instruction.state().whenBooked().orElseThrow();
        var settledAt = instruction.state().whenSettled().orElseThrow();
        var state = new Returned(bookedAt, settledAt, clock.instant());
        var returned =
                PayoutReturn.of(instructions.change(sql, instruction, state)).orElseThrow();
        returned.movements().forEach(movement -> move(sql, movement, instruction, PayoutReturn.PURPOSE));
        announced(sql, returned.payout());
    }

    private Instruction announced(Sql sql, Instruction instruction) {
        var now = clock.instant();
        announcements
                .about(told(instruction), now)
                .ifPresent(message -> outbox.add(sql, instruction.number(), message, now));
        return instruction;
    }

    private void move(Sql sql, Movement movement, Instruction instruction, String purpose) {
        accounts.move(sql, movement, new Posting(instruction.number(), purpose, clock.instant()));
    }

    /** What the callbacks say, which for one quirk is the opposite of what is true. */
    private static Instruction told(Instruction instruction) {
        return instruction.quirk() == Quirk.CONTRADICTORY
                ? instruction.in(new Rejected(new Rejection("MS03", "no reason given")))
                : instruction;
    }
}
