package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Movement;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.plan.Terms;
import io.portolan.domain.saga.Planner.Circumstances;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans what goes back: the currency is sold back or kept, the money at the dealer's bank comes home, and the buyer gets what is owed. The refund does not wait for the money
 * to come home where our own funds suffice.
 */
final class UnwindPlanner {
    private final Payment payment;
    private final @Nullable Reason reason;
    private final Circumstances known;
    private final UnwindAmounts amounts;

    UnwindPlanner(Payment payment, @Nullable Reason reason, Circumstances known) {
        this.payment = payment;
        this.reason = reason;
        this.known = known;
        FirmRate rate = known.rate();
        if (!sold(payment).equals(Optional.ofNullable(rate).map(FirmRate::sell))) {
            throw new IllegalArgumentException(
                    payment.id() + " has " + sold(payment) + " to sell back, and the rate does not fit that");
        }
        amounts = new UnwindAmounts(payment, rate);
    }

    /** What is sold back, if anything: the currency that is there, unless it is kept. Where there is nothing to refund, no movement could keep it. */
    static Optional<Money> sold(Payment payment) {
        UnwindAmounts kept = new UnwindAmounts(payment, null);
        boolean keeps = payment.route().unwindPolicy() == UnwindPolicy.KEEP
                && kept.refund().isPositive();
        return kept.abroad().isPositive() && !keeps ? Optional.of(kept.abroad()) : Optional.empty();
    }

    /** Whether there is anything to sell back, to bring home or to give back. */
    static boolean isNeeded(Payment payment) {
        UnwindAmounts amounts = new UnwindAmounts(payment, null);
        return sold(payment).isPresent()
                || amounts.home().isPositive()
                || amounts.refund().isPositive();
    }

    /** Whether the plan, at its own rate, is still what would be planned from what is proven now. */
    static boolean isStillRight(Payment payment, Plan shown) {
        Optional<Terms.Trade> reversal = termsOf(shown, Terms.Trade.class);
        Optional<Money> toSell = reversal.map(Terms.Trade::amount);
        if (!sold(payment).equals(toSell)) {
            return false;
        }
        Money little = Money.zero(payment.price().source().currency());
        Money plenty = new Money(little.currency(), Money.LIMIT);
        return Stream.of(little, plenty)
                .map(ownFunds -> new Circumstances(
                        termsOf(shown, Terms.OwnTransfer.class)
                                .map(Terms.OwnTransfer::holder)
                                .orElseGet(() -> payment.order().payer()),
                        reversal.map(Terms.Trade::dealer).orElse(""),
                        reversal.map(Terms.Trade::rate).orElse(null),
                        ownFunds,
                        shown.madeAt()))
                .map(known -> new UnwindPlanner(payment, shown.reason(), known).movements())
                .anyMatch(movements -> movements.movements().equals(shown.movements()));
    }

    private static <T extends Terms> Optional<T> termsOf(Plan plan, Class<T> type) {
        return plan.movements().stream()
                .map(Movement::terms)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    Plan plan() {
        return movements().plan(Purpose.UNWIND, reason, amounts.cost(), known.at());
    }

    private MovementList movements() {
        PlanCost cost = amounts.cost();
        Money refund = amounts.refund();
        MovementList movements = new MovementList(payment, cost.bearer());
        if (known.rate() != null) {
            movements.reversal(known.rate(), known.dealer(), cost);
        }
        boolean refundFirst = known.ownFunds().compareTo(refund) >= 0;
        if (!refundFirst) {
            comeHome(movements);
        }
        if (refund.isPositive()) {
            movements.refund(refund, Planner.collectionOf(payment), amounts.kept(), amounts.value(), cost);
        }
        if (refundFirst) {
            comeHome(movements);
        }
        movements.payReceivable(amounts.receivable());
        return movements;
    }

    private void comeHome(MovementList movements) {
        if (amounts.home().isPositive()) {
            movements.topUpReturn(amounts.home(), known.accountHolder());
        }
    }
}
