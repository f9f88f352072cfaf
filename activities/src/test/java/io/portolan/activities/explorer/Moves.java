package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Bank.Message;
import io.portolan.activities.explorer.Bank.Order;
import io.portolan.activities.explorer.Bank.Status;
import io.portolan.activities.explorer.Execution.Call;
import io.portolan.activities.explorer.Execution.Delivery;
import io.portolan.activities.explorer.Scenario.Budgets.Kind;
import io.portolan.activities.explorer.Situation.Worker;
import io.portolan.domain.instruction.SendWindow;
import io.portolan.domain.payment.Parking;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can happen next: a worker makes a call or dies, a bank decides, a message arrives, time passes, somebody decides. Always in the same order. */
final class Moves {
    private final Situation situation;
    private final List<Move> moves = new ArrayList<>();

    /** One thing that can happen, and what it changes. */
    record Move(String name, Consumer<Situation> effect) {
        Situation from(Situation situation) {
            Situation next = situation.copy();
            effect.accept(next);
            return next;
        }
    }

    private Moves(Situation situation) {
        this.situation = situation;
    }

    static List<Move> of(Situation situation, Scenario scenario) {
        Moves moves = new Moves(situation);
        moves.ofWorkers();
        moves.ofBanks();
        moves.ofTime();
        new PeopleMoves(situation, scenario, moves.moves).add();
        return moves.moves;
    }

    /** A bank's word is a hint only, and a hint is what lets a worker begin: so can a timer, and so can a workflow service that takes another for dead. */
    private void ofWorkers() {
        for (int number = 0; number < Situation.WORKERS; number++) {
            Worker worker = situation.worker(number);
            boolean isSecondOfTwoIdle = number > 0 && situation.isEveryWorkerIdle();
            if (!worker.isIdle()) {
                ofBusy(number, worker.pending());
            } else if (!isSecondOfTwoIdle) {
                add(Kind.START, name(number) + " begins", stepping(number, Delivery.ANSWERED));
            }
        }
    }

    private void ofBusy(int number, Call call) {
        String name = name(number) + " " + call;
        moves.add(new Move(name, stepping(number, Delivery.ANSWERED)));
        switch (call.kind()) {
            case INSTRUCT -> {
                add(Kind.LOSS, name + ", answer lost", stepping(number, Delivery.ANSWER_LOST));
                add(Kind.LOSS, name + ", lost", stepping(number, Delivery.LOST));
                add(Kind.DELAY, name + ", delayed", stepping(number, Delivery.DELAYED));
                add(Kind.REJECTION, name + ", rejected", stepping(number, Delivery.REJECTED));
            }
            case INQUIRE, QUOTE -> add(Kind.LOSS, name + ", lost", stepping(number, Delivery.LOST));
            case FIND, CHANGE, DECISIONS -> {}
        }
        add(Kind.CRASH, name(number) + " dies", next -> next.setWorker(number, Worker.IDLE));
    }

    private void ofBanks() {
        for (Order order : situation.bank.orders().values()) {
            if (order.status() == Status.PENDING) {
                String name = " " + order.kind().code();
                moves.add(new Move("bank books" + name, next -> next.bank = next.bank.put(booked(order))));
                RecordedBanks.rejections(order)
                        .forEach(reason -> add(
                                Kind.REJECTION,
                                "bank rejects" + name + " " + reason.code(),
                                next -> next.bank = next.bank.put(order.with(Status.REJECTED, reason))));
                add(
                        Kind.REJECTION,
                        "bank never decides" + name,
                        next -> next.bank = next.bank.put(order.with(Status.ABANDONED, null)));
            }
            if (mayBeForgotten(order)) {
                add(
                        Kind.FORGETTING,
                        "bank forgets " + order.kind().code(),
                        next -> next.bank = next.bank.forget(order.key()));
            }
        }
        for (Message message : situation.bank.messages()) {
            moves.add(new Move(
                    "message arrives " + message.order().kind().code(),
                    next -> next.bank = next.bank.deliver(message, next.now)));
        }
    }

    /**
     * A bank may forget what it has executed, and would execute it again. Nobody can guard against that but where we know that it has taken the order, and no copy of it is
     * about to be sent.
     */
    private boolean mayBeForgotten(Order order) {
        boolean isTaken = situation
                .payment()
                .find(order.key())
                .filter(each -> each.isTaken() && !each.isDecided())
                .isPresent();
        boolean isCopied = situation.bank.messages().stream()
                        .anyMatch(message -> message.order().key().equals(order.key()))
                || Stream.of(situation.worker(0), situation.worker(1))
                        .map(Worker::pending)
                        .anyMatch(call -> call != null && call.kind() == Call.Kind.INSTRUCT);
        return order.status() == Status.BOOKED && isTaken && !isCopied;
    }

    private void ofTime() {
        List<Instant> times = new ArrayList<>();
        Payment payment = situation.payment();
        payment.openInstruction().ifPresent(open -> {
            SendWindow window = open.window();
            times.addAll(List.of(
                    window.sendUntil().minusSeconds(1),
                    window.sendUntil(),
                    window.honouredUntil(),
                    window.awaitedUntil()));
        });
        Parking parking = payment.state().parking();
        if (parking != null && parking.until() != null) {
            times.add(parking.until());
        }
        payment.currentPlan().stream()
                .flatMap(plan -> plan.movements().stream())
                .map(Movement::terms)
                .filter(Terms.Trade.class::isInstance)
                .forEach(terms -> times.add(((Terms.Trade) terms).rate().expiresAt()));
        times.stream()
                .filter(situation.now::isBefore)
                .distinct()
                .sorted()
                .forEach(time -> add(Kind.CLOCK, "it is " + time, next -> next.now = time));
    }

    private void add(Kind kind, String name, Consumer<Situation> effect) {
        add(moves, situation, kind, new Move(name, effect));
    }

    /** The move is there if its budget allows it, and spends of it. */
    static void add(List<Move> moves, Situation situation, Kind kind, Move move) {
        if (situation.budgets.allows(kind)) {
            moves.add(new Move(move.name(), next -> {
                next.budgets = next.budgets.spend(kind);
                move.effect().accept(next);
            }));
        }
    }

    static Order booked(Order pending) {
        return pending.with(Status.BOOKED, null);
    }

    private static Consumer<Situation> stepping(int number, Delivery delivery) {
        return next -> Execution.step(next, number, delivery);
    }

    private static String name(int number) {
        return number == 0 ? "A" : "B";
    }
}
