package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Bank.Status;
import io.portolan.activities.explorer.Execution.Delivery;
import io.portolan.domain.decision.DecisionStatus;
import io.portolan.domain.payment.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a payment once nothing goes wrong any more: it has to end, or to wait for a person. */
final class Rest {
    private static final int MOST_STEPS = 2_000;

    private Situation now;

    Rest(Situation now) {
        this.now = now.copy();
    }

    /** What is broken on the way, or that it never comes to rest. */
    Optional<String> broken() {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (isAtRest()) {
                return Optional.empty();
            }
            Situation before = now;
            now = now.copy();
            goOn();
            Optional<String> broken = Invariants.broken(before, now);
            if (broken.isPresent()) {
                return broken.map(what -> what + ", while coming to rest");
            }
        }
        return Optional.of("the payment does not come to rest");
    }

    private boolean isAtRest() {
        Payment payment = now.payment();
        boolean isDecided =
                now.database.decisions().stream().noneMatch(each -> each.status() == DecisionStatus.APPROVED);
        boolean isForPeople =
                payment.dueAt() == null && now.bank.orders().values().stream().noneMatch(Rest::isPending);
        return now.isEveryWorkerIdle() && isDecided && isForPeople;
    }

    private static boolean isPending(Bank.Order order) {
        return order.status() == Status.PENDING;
    }

    private void goOn() {
        for (int number = 0; number < Situation.WORKERS; number++) {
            if (!now.worker(number).isIdle()) {
                Execution.step(now, number, Delivery.ANSWERED);
                return;
            }
        }
        List<Bank.Order> pending =
                now.bank.orders().values().stream().filter(Rest::isPending).toList();
        pending.forEach(order -> now.bank = now.bank.put(Moves.booked(order)));
        Instant due = now.payment().dueAt();
        if (pending.isEmpty() && due != null && now.now.isBefore(due)) {
            now.now = due;
        }
        Execution.step(now, 0, Delivery.ANSWERED);
    }
}
