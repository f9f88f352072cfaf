package io.portolan.domain.plan;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.ids.InstructionKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is going to do, numbered and frozen before it does it: its movements, in order.
 *
 * @param reason why it was made; null for the first
 * @param cost what it costs beside what it moves; null of a plan that goes to the seller
 */
public record Plan(
        int number,
        Purpose purpose,
        PlanStatus status,
        @Nullable Reason reason,
        List<Movement> movements,
        @Nullable PlanCost cost,
        Instant madeAt) {
    public Plan {
        movements = List.copyOf(movements);
        if (number < 1 || number > InstructionKey.MOST) {
            throw new IllegalArgumentException("a plan's number is 1 to " + InstructionKey.MOST + ", not " + number);
        }
        if (movements.isEmpty()) {
            throw new IllegalArgumentException("a plan moves something");
        }
    }

    public boolean isOpen() {
        return status == PlanStatus.OPEN;
    }

    /** Whether its movements may have run: it is no mere proposal. */
    public boolean isInForce() {
        return status != PlanStatus.PROPOSED;
    }

    public Plan with(PlanStatus changed) {
        return new Plan(number, purpose, changed, reason, movements, cost, madeAt);
    }

    /** @throws IllegalArgumentException if it has no movement with this number */
    public Movement movement(int wanted) {
        return movements.stream()
                .filter(movement -> movement.number() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("plan " + number + " has no movement " + wanted));
    }

    /** Whether this movement or a later one cannot be instructed any more at this time, because its rate has lapsed: then it is not begun, or not gone on with. */
    public boolean isLapsedFrom(Movement from, Instant now) {
        return movements.stream()
                .filter(movement -> movement.number() >= from.number())
                .anyMatch(movement -> movement.isLapsedAt(now));
    }

    /** Whether one of its movements cannot be instructed any more at this time, because its rate has lapsed. */
    public boolean isLapsedAt(Instant now) {
        return movements.stream().anyMatch(movement -> movement.isLapsedAt(now));
    }
}
