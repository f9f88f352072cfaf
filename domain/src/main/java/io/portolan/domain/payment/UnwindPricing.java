package io.portolan.domain.payment;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.ids.Step;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.instruction.SettlementStatus;
import io.portolan.domain.ledger.JournalEntry;
import io.portolan.domain.money.Money;
import io.portolan.domain.plan.UnwindPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices the unwind of a payment before it runs, from what is proven to have moved. */
public final class UnwindPricing {
    private UnwindPricing() {}

    /**
     * The foreign currency that we hold for the payment and that has to be sold back.
     *
     * @throws IllegalStateException if the payout may have moved it: what is not known to be ours is never sold
     */
    public static Optional<Money> amountToSell(Payment payment) {
        if (!payment.isBooked(Step.CONVERSION) || payment.isBooked(Step.REVERSAL)) {
            return Optional.empty();
        }
        Optional<Instruction> payout = payment.latest(Step.PAYOUT);
        if (payout.isEmpty() || payout.get().isRejected()) {
            return Optional.of(payment.price().destination());
        }
        if (payout.get().settlement() == SettlementStatus.RETURNED) {
            return Optional.ofNullable(payout.get().returned());
        }
        throw new IllegalStateException(payout.get().key() + " may have moved: it cannot be undone");
    }

    /**
     * The plan of the unwind.
     *
     * @param reversal the dealer's firm rate for {@link #amountToSell}, null exactly when there is nothing to sell
     */
    public static UnwindPlan price(Payment payment, Reason reason, @Nullable FirmRate reversal, Instant at) {
        Optional<Money> toSell = amountToSell(payment);
        if (!toSell.equals(Optional.ofNullable(reversal).map(FirmRate::sell))) {
            throw new IllegalArgumentException(payment.id() + " has " + toSell + " to sell back");
        }
        Money net = payment.price().net();
        Money result =
                reversal == null ? Money.zero(net.currency()) : reversal.buy().minus(net);
        LossBearer bearer = payment.route().lossBearer();
        return new UnwindPlan(reason, reversal, result, bearer, refund(payment, result, bearer), at);
    }

    /** The ledger entries that the payment's plan will post, as far as it has not run yet. */
    public static List<JournalEntry> entriesAhead(Payment payment) {
        UnwindPlan plan = payment.state().unwindPlan();
        if (plan == null) {
            return List.of();
        }
        return plan.steps().stream()
                .filter(step -> !payment.isBooked(step))
                .flatMap(step -> entriesOf(payment, plan, step))
                .toList();
    }

    private static Stream<JournalEntry> entriesOf(Payment payment, UnwindPlan plan, Step step) {
        InstructionKey key = payment.latest(step)
                .map(instruction -> instruction.isRejected() ? instruction.key().next() : instruction.key())
                .orElseGet(() -> InstructionKey.first(payment.id(), step));
        Instruction ahead = Instruction.begun(key, payment.amountOf(step), plan.pricedAt());
        return PostingRules.whenBooked(payment, ahead).stream();
    }

    private static @Nullable Money refund(Payment payment, Money result, LossBearer bearer) {
        if (!payment.isBooked(Step.COLLECTION)) {
            return null;
        }
        Money source = payment.price().source();
        return bearer == LossBearer.BUYER && result.isNegative() ? source.plus(result) : source;
    }
}
