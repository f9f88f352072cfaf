package io.portolan.domain.payment;

import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.Price;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import io.portolan.domain.plan.UnwindPlan;
import java.time.Instant;
import java.util.Comparator;
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
        PaymentState state,
        Instant createdAt,
        Instant updatedAt) {

    public Stage stage() {
        return state.stage();
    }

    /** Where the payment is, as merchants see it. */
    public Status status() {
        return switch (state.stage()) {
            case ACCEPTED, COLLECTING, CONVERTING, PAYING_OUT -> Status.PROCESSING;
            case PARKED -> state.unwindPlan() == null ? Status.PROCESSING : Status.REFUNDING;
            case COMPLETED -> Status.COMPLETED;
            case UNWINDING -> Status.REFUNDING;
            case RETURNED -> Status.REFUNDED;
            case FAILED -> Status.FAILED;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    /** The newest attempt of a step. */
    public Optional<Instruction> latest(Step step) {
        return state.instructions().stream()
                .filter(instruction -> instruction.step() == step)
                .max(Comparator.comparingInt(instruction -> instruction.key().attempt()));
    }

    /** @throws IllegalArgumentException if the payment has no instruction with this key */
    public Instruction instruction(InstructionKey key) {
        return state.instructions().stream()
                .filter(instruction -> instruction.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no instruction " + key));
    }

    /** What an instruction of this step moves. An unwind has no amount before it is priced. */
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
        return Objects.requireNonNull(state.unwindPlan(), "the unwind is not priced");
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

    Payment with(PaymentState changed, Instant at) {
        return new Payment(id, merchant, order, price, route, changed, createdAt, at);
    }

    Payment withPrice(Price changed) {
        return new Payment(id, merchant, order, changed, route, state, createdAt, updatedAt);
    }

    Payment withPayee(Party corrected) {
        return new Payment(id, merchant, order.withPayee(corrected), price, route, state, createdAt, updatedAt);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Payment[" + id + ", " + state.stage() + "]";
    }
}
