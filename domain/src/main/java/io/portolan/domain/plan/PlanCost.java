package io.portolan.domain.plan;

import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.money.Money;

/**
 * What a plan costs beside what it moves, in the currency that the buyer paid: what the currency gains (positive) or loses (negative), what banks kept of a returned
 * payout, and who bears both.
 */
public record PlanCost(Money fxResult, Money bankFees, LossBearer bearer) {
    /** What its bearer has to pay: nothing if the currency gained more than banks kept. */
    public Money loss() {
        Money total = bankFees.minus(fxResult);
        return total.isPositive() ? total : Money.zero(total.currency());
    }
}
