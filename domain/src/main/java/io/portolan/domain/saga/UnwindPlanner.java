package io.portolan.domain.saga;

import io.portolan.domain.bank.Reason;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.Plan;
import io.portolan.domain.plan.PlanCost;
import io.portolan.domain.plan.Purpose;
import io.portolan.domain.saga.Planner.Circumstances;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Plans what goes back: the currency is sold back or kept, the money at the dealer's bank comes home, and the buyer gets what is owed. The refund does not wait for the money
 * to come home where our own funds suffice.
 */
final class UnwindPlanner {
    private final Payment payment;
    private final @Nullable Reason reason;
    private final Circumstances known;
    private final Holdings holdings;
    private final Route route;
    private final Money abroad;
    private final boolean sells;

    UnwindPlanner(Payment payment, @Nullable Reason reason, Circumstances known) {
        this.payment = payment;
        this.reason = reason;
        this.known = known;
        holdings = Holdings.of(payment);
        route = payment.route();
        abroad = holdings.at(route.dealerDestination());
        sells = abroad.isPositive() && sellsBack(payment);
        if (sells != (known.rate() != null)) {
            throw new IllegalArgumentException(payment.id() + " holds " + abroad + ", and the rate does not fit that");
        }
    }

    /** Whether the currency is sold back; it is, too, where there is nothing to refund, and so no movement to keep it with. */
    static boolean sellsBack(Payment payment) {
        return payment.route().unwindPolicy() == UnwindPolicy.SELL_BACK
                || Holdings.of(payment).refundsAskedFor().equals(payment.price().source());
    }

    Plan plan() {
        PlanCost cost = cost();
        Money owed = holdings.collected().minus(holdings.givenBack());
        Money refund = cost.bearer() == LossBearer.BUYER ? owed.minus(cost.loss()) : owed;
        Money home = holdings.at(route.dealerSource()).plus(boughtBack());
        MovementList movements = new MovementList(payment, cost.bearer());
        if (sells) {
            movements.reversal(soldBackAt(), known.dealer(), cost);
        }
        boolean refundFirst = known.ownFunds().compareTo(refund) >= 0;
        if (!refundFirst) {
            comeHome(movements, home);
        }
        if (refund.isPositive()) {
            Money kept = sells ? Money.zero(abroad.currency()) : abroad;
            movements.refund(refund, Planner.collectionOf(payment), kept, basis().minus(cost.bankFees()), cost);
        }
        if (refundFirst) {
            comeHome(movements, home);
        }
        movements.payReceivable(holdings.refundsAskedFor());
        return movements.plan(Purpose.UNWIND, reason, cost, known.at());
    }

    private void comeHome(MovementList movements, Money home) {
        if (home.isPositive()) {
            movements.topUpReturn(home, known.accountHolder());
        }
    }

    /** What banks kept is valued at the rate at which the currency was bought, and is no loss of its exchange. */
    private PlanCost cost() {
        Money none = Money.zero(payment.price().source().currency());
        if (!abroad.isPositive()) {
            return new PlanCost(none, none, route.lossBearer());
        }
        Money fees = basis().minus(valueOf(abroad));
        Money result = sells ? boughtBack().minus(valueOf(abroad)) : none;
        return new PlanCost(result, fees, route.lossBearer());
    }

    private Money boughtBack() {
        return known.rate() == null
                ? Money.zero(payment.price().source().currency())
                : soldBackAt().buy();
    }

    private FirmRate soldBackAt() {
        return Objects.requireNonNull(known.rate());
    }

    /** What was sold for all the currency that was bought. */
    private Money basis() {
        return abroad.isPositive()
                ? holdings.soldForIt()
                : Money.zero(payment.price().source().currency());
    }

    /** What this much of the bought currency cost, rounded half up. */
    private Money valueOf(Money part) {
        BigInteger all = BigInteger.valueOf(holdings.bought().minorUnits());
        BigInteger twice = BigInteger.valueOf(basis().minorUnits())
                .multiply(BigInteger.valueOf(part.minorUnits()))
                .shiftLeft(1)
                .add(all);
        return new Money(basis().currency(), twice.divide(all.shiftLeft(1)).longValueExact());
    }
}
