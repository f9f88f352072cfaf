package io.portolan.domain.payment;

import io.portolan.domain.corridor.Route;
import io.portolan.domain.identity.InstructionKey;
import io.portolan.domain.identity.MerchantId;
import io.portolan.domain.identity.PaymentId;
import io.portolan.domain.identity.Step;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One payment across a border: what was ordered, at what price, over which route, and how far it has come. */
public record Payment(
        PaymentId id,
        MerchantId merchant,
        Order order,
        Price price,
        Route route,
        Progress progress,
        Instant createdAt,
        Instant updatedAt) {

    /** A payment as the intake stores it, with its first event. */
    public static Change accepted(MerchantId merchant, Order order, Price price, Route route, Instant at) {
        PaymentId id = PaymentId.next();
        Payment payment = new Payment(id, merchant, order, price, route, Progress.atStart(), at, at);
        PaymentEvent event = PaymentEvent.of(id, "accepted", at, Map.of("order_reference", order.reference()));
        return new Change(payment, List.of(event), List.of());
    }

    public Stage stage() {
        return progress.stage();
    }

    /** The word that merchants see. */
    public Status status() {
        return switch (progress.stage()) {
            case ACCEPTED, COLLECTING, CONVERTING, PAYING_OUT -> Status.PROCESSING;
            case PARKED -> progress.plan() == null ? Status.PROCESSING : Status.REFUNDING;
            case COMPLETED -> Status.COMPLETED;
            case UNWINDING -> Status.REFUNDING;
            case RETURNED -> Status.REFUNDED;
            case FAILED -> Status.FAILED;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    /** The newest attempt of a step. */
    public Optional<Instruction> latest(Step step) {
        return progress.instructions().stream()
                .filter(instruction -> instruction.step() == step)
                .max(Comparator.comparingInt(instruction -> instruction.key().attempt()));
    }

    /** @throws IllegalArgumentException if the payment has no instruction with this key */
    public Instruction instruction(InstructionKey key) {
        return progress.instructions().stream()
                .filter(instruction -> instruction.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no instruction " + key));
    }

    /** What an instruction of this step moves. An undo has no amount before it is priced. */
    public Money amountOf(Step step) {
        return switch (step) {
            case COLLECTION -> price.source();
            case TOP_UP, CONVERSION -> price.net();
            case PAYOUT -> price.destination();
            case REVERSAL ->
                Objects.requireNonNull(plan().reversal(), "the plan reverses nothing")
                        .sell();
            case REFUND -> Objects.requireNonNull(plan().refund(), "the plan refunds nothing");
        };
    }

    private UnwindPlan plan() {
        return Objects.requireNonNull(progress.plan(), "the undo is not priced");
    }

    public boolean isBooked(Step step) {
        return latest(step).filter(Instruction::isBooked).isPresent();
    }

    /** What the buyer was given back, if anything. */
    public @Nullable Money refunded() {
        return latest(Step.REFUND)
                .filter(Instruction::isBooked)
                .map(Instruction::amount)
                .orElse(null);
    }

    Payment with(Progress changed, Instant at) {
        return new Payment(id, merchant, order, price, route, changed, createdAt, at);
    }

    Payment withPrice(Price changed) {
        return new Payment(id, merchant, order, changed, route, progress, createdAt, updatedAt);
    }

    Payment withPayee(Party corrected) {
        return new Payment(id, merchant, order.withPayee(corrected), price, route, progress, createdAt, updatedAt);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Payment[" + id + ", " + progress.stage() + "]";
    }
}
