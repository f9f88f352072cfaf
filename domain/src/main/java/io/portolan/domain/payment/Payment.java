package io.portolan.domain.payment;

import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.Price;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.ids.PaymentId;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One payment across a border: what was ordered, at what price, over which route, and how far it has come.
 *
 * @param price what the merchant was promised; a plan may have another rate since, within what the merchant tolerates
 */
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

    public int version() {
        return state.version();
    }

    /** Where the payment is, as merchants see it: never processing again once it was completed. */
    public Status status() {
        return switch (state.stage()) {
            case ACCEPTED, COLLECTING, CONVERTING, PAYING_OUT -> isPaidOut() ? Status.REFUNDING : Status.PROCESSING;
            case PARKED -> isPaidOut() || isGoingBack() ? Status.REFUNDING : Status.PROCESSING;
            case COMPLETED -> Status.COMPLETED;
            case UNWINDING -> Status.REFUNDING;
            case RETURNED -> Status.REFUNDED;
            case FAILED -> Status.FAILED;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    /** Whether a payout was booked, whatever has become of it since. */
    private boolean isPaidOut() {
        return isBooked(MovementKind.PAYOUT);
    }

    private boolean isGoingBack() {
        return currentPlan().filter(plan -> !plan.purpose().isForward()).isPresent();
    }

    /** The plan that runs: the first that is open, since plans run one at a time and in order. */
    public Optional<Plan> currentPlan() {
        return state.plans().stream().filter(Plan::isOpen).findFirst();
    }

    /** The plans that ran or run, in the order of their numbers. */
    public Stream<Plan> plansInForce() {
        return state.plans().stream().filter(Plan::isInForce);
    }

    /** @throws IllegalArgumentException if the payment has no plan with this number */
    public Plan plan(int number) {
        return state.plans().stream()
                .filter(plan -> plan.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no plan " + number));
    }

    /** The movement that an instruction carries out. */
    public Movement movementOf(InstructionKey key) {
        return plan(key.plan()).movement(key.movement());
    }

    /** The newest attempt of a movement. */
    public Optional<Instruction> latest(Plan plan, Movement movement) {
        return state.instructions().stream()
                .filter(each -> each.key().plan() == plan.number() && each.key().movement() == movement.number())
                .reduce((_, newer) -> newer);
    }

    /** The newest instruction of this kind, of whatever plan. */
    public Optional<Instruction> latest(MovementKind kind) {
        return instructionsOf(kind).reduce((_, newer) -> newer);
    }

    /** All instructions of this kind, the oldest first. */
    public Stream<Instruction> instructionsOf(MovementKind kind) {
        return state.instructions().stream().filter(instruction -> instruction.kind() == kind);
    }

    /** What was sent and is not decided, if anything: there is never more than one. */
    public Optional<Instruction> openInstruction() {
        return state.instructions().stream()
                .filter(instruction -> !instruction.isDecided())
                .findFirst();
    }

    public Optional<Instruction> find(InstructionKey key) {
        return state.instructions().stream()
                .filter(instruction -> instruction.key().equals(key))
                .findFirst();
    }

    /** @throws IllegalArgumentException if the payment has no instruction with this key */
    public Instruction instruction(InstructionKey key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("there is no instruction " + key));
    }

    public boolean isBooked(MovementKind kind) {
        return instructionsOf(kind).anyMatch(Instruction::isBooked);
    }

    /** Whether money may be on its way to the seller, or was: a payout was instructed and not rejected. */
    public boolean isPayoutInstructed() {
        return instructionsOf(MovementKind.PAYOUT).anyMatch(payout -> !payout.isRejected());
    }

    /** Whether it can still be withdrawn: it only goes to the seller so far, and no money is on its way there. */
    public boolean isCancellable() {
        return !isPayoutInstructed() && plansInForce().allMatch(plan -> plan.purpose() == Purpose.FORWARD);
    }

    /** Whether the seller has money of this payment: a payout is booked, and did not come back. */
    public boolean isSellerPaid() {
        return instructionsOf(MovementKind.PAYOUT).anyMatch(payout -> payout.isBooked() && !payout.isReturned());
    }

    /** Whether the merchant may have some of it refunded, beside what it asked for: the seller keeps what was paid out, and at most refunds are under way. */
    public boolean isRefundable() {
        boolean refunding =
                currentPlan().filter(plan -> plan.purpose() == Purpose.REFUND).isPresent();
        return (stage() == Stage.COMPLETED || refunding)
                && isSellerPaid()
                && refundable().isPositive();
    }

    /** How refunds end that the merchant asked for: in part as long as it may ask for more. */
    public Fact endOfRefunds() {
        return refundable().isZero() ? Fact.REFUNDED : Fact.REFUNDED_IN_PART;
    }

    /** Whether the seller's money is back with us, and no plan has been made about it since. */
    public boolean hasUnplannedReturn() {
        Optional<Instruction> payout = instructionsOf(MovementKind.PAYOUT)
                .filter(Instruction::isBooked)
                .reduce((_, newer) -> newer);
        return payout.filter(Instruction::isReturned).isPresent()
                && plansInForce()
                        .filter(plan -> plan.purpose() == Purpose.RETURN || plan.purpose() == Purpose.UNWIND)
                        .noneMatch(plan -> plan.number() > payout.get().key().plan());
    }

    /**
     * When something has to have happened by itself: an answer, the end of a wait, or the next step. Null for a payment that has ended, and for one that waits for a person
     * or for a bank's word, for as long as that takes.
     */
    public @Nullable Instant dueAt() {
        Parking parking = state.parking();
        if (stage().isTerminal() || state.hold() != null) {
            return null;
        }
        if (parking != null) {
            return parking.until();
        }
        return openInstruction().map(open -> open.window().awaitedUntil()).orElse(updatedAt);
    }

    /** What the buyer was given back so far, or null if nothing. */
    public @Nullable Money refunded() {
        return instructionsOf(MovementKind.REFUND)
                .filter(Instruction::isBooked)
                .map(Instruction::executed)
                .reduce(Money::plus)
                .orElse(null);
    }

    /** What of a completed payment no refund was asked for yet. */
    public Money refundable() {
        Money asked = state.refunds().stream()
                .map(Refund::amount)
                .reduce(Money::plus)
                .orElseGet(() -> Money.zero(price.source().currency()));
        return price.source().minus(asked);
    }

    /** The rate of the newest plan that goes to the seller, which is the promised one as long as none has taken its place. */
    public FirmRate rate() {
        return plansInForce()
                .flatMap(plan -> plan.movements().stream())
                .filter(movement -> movement.kind() == MovementKind.TRADE)
                .map(movement -> ((Terms.Trade) movement.terms()).rate())
                .reduce((_, newer) -> newer)
                .orElseGet(price::firmRate);
    }

    /** What the seller gets, or got: the amount of the newest payout that was planned. */
    public Money destination() {
        return plansInForce()
                .flatMap(plan -> plan.movements().stream())
                .filter(movement -> movement.kind() == MovementKind.PAYOUT)
                .map(Movement::amount)
                .reduce((_, newer) -> newer)
                .orElseGet(price::destination);
    }

    /** The number of the next plan. */
    public int nextPlanNumber() {
        List<Plan> plans = state.plans();
        return plans.isEmpty() ? 1 : plans.getLast().number() + 1;
    }

    Payment with(PaymentState changed, Instant at) {
        return new Payment(
                id, merchant, order, price, route, changed, createdAt, at.isAfter(updatedAt) ? at : updatedAt);
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
