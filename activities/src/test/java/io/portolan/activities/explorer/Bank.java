package io.portolan.activities.explorer;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Terms.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All the other sides in one, honest and immutable: it executes each key that it knows at most once, and honours a signature for {@link Scenario#HONOURED}.
 *
 * @param orders what it knows, by key
 * @param messages orders that are still under way
 * @param executed what has moved money, in order; a key that was executed twice is here twice
 * @param returns payouts that came back, with the amount of each
 */
record Bank(Map<InstructionKey, Order> orders, List<Message> messages, List<Order> executed, List<Returned> returns) {
    static final Bank EMPTY = new Bank(Map.of(), List.of(), List.of(), List.of());

    enum Status {
        PENDING,
        /** Pending for ever: the bank will not execute it, and says so to whoever calls. */
        ABANDONED,
        BOOKED,
        REJECTED
    }

    record Order(
            InstructionKey key,
            MovementKind kind,
            Money amount,
            List<Flow> flows,
            Status status,
            @Nullable Reason rejection) {
        Order with(Status changed, @Nullable Reason reason) {
            return new Order(key, kind, amount, flows, changed, reason);
        }

        String reference() {
            return "ref-" + key.plan() + "-" + key.movement() + "-" + key.attempt();
        }
    }

    /** An order as it was signed. */
    record Message(Order order, Instant signedAt) {
        Instant honouredUntil() {
            return signedAt.plus(Scenario.HONOURED);
        }
    }

    record Returned(InstructionKey key, Flow flow) {}

    /** What the bank has after the message has arrived: nothing new if the key is known, or the signature is too old. */
    Bank receive(Message message, Instant now) {
        return now.isBefore(message.honouredUntil()) && !orders.containsKey(message.order.key())
                ? put(message.order)
                : this;
    }

    Submission reply(InstructionKey key) {
        Order known = orders.get(key);
        if (known == null) {
            return new Submission.Unknown("the signature is too old");
        }
        return known.status == Status.REJECTED
                ? new Submission.Rejected(known.rejection)
                : new Submission.Taken(known.reference());
    }

    InquiryResult tell(InstructionKey key, Instant now) {
        Order known = orders.get(key);
        if (known == null) {
            return new InquiryResult.NotFound();
        }
        return switch (known.status) {
            case PENDING, ABANDONED -> new InquiryResult.Pending(known.reference());
            case BOOKED -> new InquiryResult.Booked(known.reference(), Scenario.START, null);
            case REJECTED -> new InquiryResult.Rejected(known.rejection);
        };
    }

    boolean hasExecuted(InstructionKey key) {
        return executed.stream().anyMatch(order -> order.key.equals(key));
    }

    Bank put(Order order) {
        Map<InstructionKey, Order> changed = new LinkedHashMap<>(orders);
        Order before = changed.put(order.key, order);
        boolean executes = order.status == Status.BOOKED && (before == null || before.status != Status.BOOKED);
        return new Bank(changed, messages, executes ? plus(executed, order) : executed, returns);
    }

    Bank forget(InstructionKey key) {
        Map<InstructionKey, Order> changed = new LinkedHashMap<>(orders);
        changed.remove(key);
        return new Bank(changed, messages, executed, returns);
    }

    Bank delay(Message message) {
        return new Bank(orders, plus(messages, message), executed, returns);
    }

    Bank deliver(Message message, Instant now) {
        List<Message> left = new ArrayList<>(messages);
        left.remove(message);
        return new Bank(orders, List.copyOf(left), executed, returns).receive(message, now);
    }

    Bank giveBack(Returned returned) {
        return new Bank(orders, messages, executed, plus(returns, returned));
    }

    private static <T> List<T> plus(List<T> list, T added) {
        List<T> all = new ArrayList<>(list);
        all.add(added);
        return List.copyOf(all);
    }
}
