package io.portolan.activities.explorer;

import io.portolan.activities.explorer.Bank.Status;
import io.portolan.activities.explorer.Database.Tokens;
import io.portolan.activities.explorer.Execution.Call;
import io.portolan.activities.explorer.Execution.Delivery;
import io.portolan.domain.corridor.Limits;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.plan.MovementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a search begins, and how much may go wrong from there.
 *
 * @param prepared how far the payment has come before the search begins
 * @param troubles what becomes of orders on the way there, where not all goes well
 * @param decisions the codes of what people may decide
 */
record Scenario(
        String name,
        Predicate<Payment> prepared,
        Map<MovementKind, Delivery> troubles,
        Set<String> decisions,
        Budgets budgets) {
    static final Instant START = SamplePayments.NOON;
    static final Duration HONOURED = Duration.ofMinutes(5);

    /** An answer is given up before its instruction can be proven not executed, so that all three of its times are met. */
    private static final Limits LIMITS = new Limits(
            Duration.ofMinutes(2),
            HONOURED,
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            Duration.ofHours(1));

    private static final Payment ACCEPTED = accepted();

    static Scenario from(String name, Predicate<Payment> prepared, Budgets budgets) {
        return new Scenario(name, prepared, Map.of(), Set.of(), budgets);
    }

    Scenario deciding(String... codes) {
        return new Scenario(name, prepared, troubles, Set.of(codes), budgets);
    }

    /** Orders of this kind go wrong like this on the way to where the search begins. */
    Scenario afterwards(MovementKind kind, Delivery delivery) {
        return new Scenario(name, prepared, Map.of(kind, delivery), decisions, budgets);
    }

    @Override
    public String toString() {
        return name;
    }

    boolean allows(String decision) {
        return decisions.contains(decision);
    }

    /** The situation from which the search begins: one worker has come so far, with the guards in place. */
    Situation begin(Guard removed) {
        Tokens tokens = new Tokens();
        Situation going = new Situation(tokens, Guard.NONE, ACCEPTED);
        for (int step = 0; step < 500; step++) {
            if (going.isEveryWorkerIdle() && prepared.test(going.payment())) {
                return going.removing(removed, budgets);
            }
            Instant due = going.payment().dueAt();
            if (going.isEveryWorkerIdle() && !going.bank.messages().isEmpty() && due != null) {
                going.now = due;
            }
            Execution.step(going, 0, delivery(going));
            List.copyOf(going.bank.orders().values()).stream()
                    .filter(order -> order.status() == Status.PENDING)
                    .forEach(order -> going.bank = going.bank.put(Moves.booked(order)));
        }
        throw new IllegalStateException(name + " is never prepared");
    }

    private Delivery delivery(Situation going) {
        Call pending = going.worker(0).pending();
        return pending != null && pending.kind() == Call.Kind.INSTRUCT
                ? troubles.getOrDefault(
                        going.payment().movementOf(pending.key()).kind(), Delivery.ANSWERED)
                : Delivery.ANSWERED;
    }

    private static Payment accepted() {
        Payment payment = SamplePayments.cnyToUsd();
        Route route = payment.route();
        Route shorter = new Route(
                route.funding(),
                route.lossBearer(),
                route.unwindPolicy(),
                route.collection(),
                route.dealerSource(),
                route.dealerDestination(),
                route.dealers(),
                LIMITS);
        return new Payment(
                payment.id(),
                payment.merchant(),
                payment.order(),
                payment.price(),
                shorter,
                payment.state(),
                payment.createdAt(),
                payment.updatedAt());
    }

    /** How often each kind of trouble may still happen in a run, so that a search ends. */
    record Budgets(long packed) {
        static final Budgets NONE = new Budgets(0);
        /** Four bits for each. */
        private static final long MOST = 15;

        /** What is limited. */
        enum Kind {
            /** A worker begins to drive the payment on. */
            START(0),
            /** A worker dies. */
            CRASH(4),
            /** A message or its answer is lost. */
            LOSS(8),
            /** A message is under way for long. */
            DELAY(12),
            /** A bank rejects an order, or never decides about it. */
            REJECTION(16),
            /** Time passes until the next time that matters. */
            CLOCK(20),
            /** A person decides. */
            DECISION(24),
            /** A bank returns a payout. */
            RETURN(28),
            /** The merchant asks for a refund. */
            REFUND(32),
            /** A bank knows no longer what it has executed. */
            FORGETTING(36);

            private final int shift;

            Kind(int shift) {
                this.shift = shift;
            }
        }

        Budgets with(Kind kind, int times) {
            if (times < 0 || times > MOST) {
                throw new IllegalArgumentException("a budget is 0 to " + MOST);
            }
            return new Budgets((packed & ~(MOST << kind.shift)) | ((long) times << kind.shift));
        }

        int left(Kind kind) {
            return (int) ((packed >>> kind.shift) & MOST);
        }

        boolean allows(Kind kind) {
            return left(kind) > 0;
        }

        Budgets spend(Kind kind) {
            return with(kind, left(kind) - 1);
        }
    }
}
