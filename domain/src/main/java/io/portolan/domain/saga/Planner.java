package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.instruction.Instruction;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.Party;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.MovementKind;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.Purpose;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a payment's next plan from what is proven: what was collected, what was traded and paid out, what came back, and where the money is. Pure: the same record and the
 * same rate give the same plan.
 */
public final class Planner {
    private Planner() {}

    /**
     * What is known beside the payment.
     *
     * @param holder who holds our accounts, as banks have to be told of transfers between them; null where none can be needed
     * @param dealer whose rate it is, or whom the payment's own rate is traded with
     * @param rate the dealer's firm rate for {@link #rateNeeded}; null where none is needed
     * @param ownFunds what is ours on the account from which the buyer is refunded; what customers are owed is not
     */
    public record Circumstances(
            @Nullable Party holder, String dealer, @Nullable FirmRate rate, Money ownFunds, Instant at) {
        Party accountHolder() {
            return Objects.requireNonNull(holder, "a transfer between our accounts names their holder");
        }
    }

    /** The rate that a plan for this purpose needs, if it needs one. */
    public static Optional<RateRequest> rateNeeded(Payment payment, Purpose purpose) {
        String reference = payment.order().reference();
        return switch (purpose) {
            case FORWARD ->
                needsTrade(payment)
                        ? Optional.of(new RateRequest.Selling(
                                payment.price().net(),
                                payment.price().destination().currency(),
                                reference))
                        : Optional.empty();
            case UNWIND ->
                UnwindPlanner.sold(payment)
                        .map(sold -> new RateRequest.Selling(
                                sold, payment.price().source().currency(), reference));
            case RETURN, REFUND -> Optional.empty();
        };
    }

    /** Why what was collected cannot go back to the buyer now, in words for a person; empty if it can. */
    public static Optional<String> objectionToUnwind(Payment payment) {
        if (payment.openInstruction().isPresent()) {
            return Optional.of("an outcome is not known: what may have moved cannot be undone");
        }
        if (payment.isSellerPaid()) {
            return Optional.of("the seller has been paid: what the seller keeps cannot go back to the buyer");
        }
        return UnwindPlanner.isNeeded(payment) ? Optional.empty() : Optional.of("there is nothing to give back");
    }

    /**
     * The next plan for this purpose.
     *
     * @throws IllegalStateException if an instruction is open: what may be under way is never planned around; or if an unwind would give back what the seller has
     */
    public static Plan plan(Payment payment, Purpose purpose, @Nullable Reason reason, Circumstances known) {
        payment.openInstruction().ifPresent(open -> {
            throw new IllegalStateException(open.key() + " may be under way: nothing is planned around it");
        });
        return switch (purpose) {
            case FORWARD -> forward(payment, reason, known);
            case RETURN -> payOutAgain(payment, reason, known);
            case UNWIND -> unwind(payment, reason, known);
            case REFUND -> throw new IllegalArgumentException("a refund is planned for an amount");
        };
    }

    /** The plan of a refund that the merchant asked for. It is paid from our own funds, and the merchant owes it to us. */
    public static Plan refund(Payment payment, Money amount, Instant at) {
        MovementList movements = new MovementList(payment, LossBearer.MERCHANT);
        movements.refundByMerchant(amount, collectionOf(payment));
        Money none = Money.zero(amount.currency());
        return movements.plan(Purpose.REFUND, null, new PlanCost(none, none, LossBearer.MERCHANT), at);
    }

    private static Plan unwind(Payment payment, @Nullable Reason reason, Circumstances known) {
        objectionToUnwind(payment).ifPresent(objection -> {
            throw new IllegalStateException(payment.id() + " cannot be unwound: " + objection);
        });
        return new UnwindPlanner(payment, reason, known).plan();
    }

    private static Plan forward(Payment payment, @Nullable Reason reason, Circumstances known) {
        Holdings holdings = Holdings.of(payment);
        Route route = payment.route();
        Money net = payment.price().net();
        MovementList movements = new MovementList(payment, route.lossBearer());
        if (!payment.isBooked(MovementKind.COLLECTION)) {
            movements.collection();
        }
        FirmRate rate = known.rate() == null ? payment.rate() : known.rate();
        if (needsTrade(payment)) {
            if (holdings.at(route.dealerSource()).compareTo(net) < 0) {
                movements.topUp(net, known.accountHolder());
            }
            movements.trade(rate, known.dealer());
        }
        movements.payout(needsTrade(payment) ? rate.buy() : holdings.at(route.dealerDestination()));
        return movements.plan(Purpose.FORWARD, reason, null, known.at());
    }

    /** What really came back goes to the payee, whose details are those of the order by now. */
    private static Plan payOutAgain(Payment payment, @Nullable Reason reason, Circumstances known) {
        MovementList movements = new MovementList(payment, payment.route().lossBearer());
        movements.payout(Holdings.of(payment).at(payment.route().dealerDestination()));
        return movements.plan(Purpose.RETURN, reason, null, known.at());
    }

    private static boolean needsTrade(Payment payment) {
        return !payment.isBooked(MovementKind.TRADE);
    }

    /** The collection that a refund refers to. */
    static InstructionKey collectionOf(Payment payment) {
        return payment.instructionsOf(MovementKind.COLLECTION)
                .filter(Instruction::isBooked)
                .map(Instruction::key)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(payment.id() + " has collected nothing"));
    }
}
