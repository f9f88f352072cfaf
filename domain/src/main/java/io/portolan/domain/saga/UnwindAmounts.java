package io.portolan.domain.saga;

import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.Payment;
import io.portolan.domain.plan.PlanCost;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What an unwind gives back, sells back and brings home, and what it costs, at the rate at which the currency is sold; or where it is kept, if there is none. */
final class UnwindAmounts {
    private final Route route;
    private final Holdings holdings;
    private final @Nullable FirmRate soldAt;
    private final Money none;

    UnwindAmounts(Payment payment, @Nullable FirmRate soldAt) {
        this.route = payment.route();
        this.holdings = Holdings.of(payment);
        this.soldAt = soldAt;
        this.none = Money.zero(payment.price().source().currency());
    }

    /** What of the bought currency is there. */
    Money abroad() {
        return holdings.abroad();
    }

    /** What of it is kept: all that is not sold. */
    Money kept() {
        return soldAt == null ? abroad() : Money.zero(abroad().currency());
    }

    /** What banks kept is valued at the rate at which the currency was bought, and is no loss of its exchange. */
    PlanCost cost() {
        if (!abroad().isPositive()) {
            return new PlanCost(none, none, route.lossBearer());
        }
        Money fees = holdings.soldForIt().minus(value());
        Money result = soldAt == null ? none : soldAt.buy().minus(value());
        return new PlanCost(result, fees, route.lossBearer());
    }

    /** What the currency that is there cost, rounded half up. */
    Money value() {
        if (!abroad().isPositive()) {
            return none;
        }
        Money basis = holdings.soldForIt();
        BigInteger all = BigInteger.valueOf(holdings.bought().minorUnits());
        BigInteger twice = BigInteger.valueOf(basis.minorUnits())
                .multiply(BigInteger.valueOf(abroad().minorUnits()))
                .shiftLeft(1)
                .add(all);
        return new Money(basis.currency(), twice.divide(all.shiftLeft(1)).longValueExact());
    }

    /** What the buyer gets; nothing if the merchant had it refunded before, or a loss takes all of it. */
    Money refund() {
        Money due = due();
        return due.isPositive() ? due : none;
    }

    /** What comes home from the dealer's bank. */
    Money home() {
        Money there = holdings.at(route.dealerSource());
        return soldAt == null ? there : there.plus(soldAt.buy());
    }

    /** What of the refunds that the merchant asked for is paid by what came back: less, if the buyer's loss is more than what is due to him. */
    Money receivable() {
        Money due = due();
        Money owed = holdings.refundsAskedFor().minus(holdings.receivablePaid());
        return due.isNegative() ? owed.plus(due) : owed;
    }

    private Money due() {
        Money owed = holdings.collected().minus(holdings.givenBack());
        PlanCost cost = cost();
        return cost.bearer() == LossBearer.BUYER ? owed.minus(cost.loss()) : owed;
    }
}
