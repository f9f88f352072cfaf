package io.portolan.fx.firmrate;

import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.money.Money;

/** The two orders of an executed trade: what we sold left our account for the dealer's pool, and what we bought came the other way. */
record ExecutionCheck(FirmRate agreed, DealerSettings settings) {

    void requireSellOrder(JsonFields order) throws InvalidResponse {
        requireAmount(order, agreed.sell());
        requireOurAccount(order.identifier("from_account"), agreed.sell());
        requireDealersAccount(order.identifier("to_account"));
    }

    void requireBuyOrder(JsonFields order) throws InvalidResponse {
        requireAmount(order, agreed.buy());
        requireDealersAccount(order.identifier("from_account"));
        requireOurAccount(order.identifier("to_account"), agreed.buy());
    }

    private static void requireAmount(JsonFields order, Money agreed) throws InvalidResponse {
        order.identifier("order_id");
        if (!order.text("currency").equals(agreed.currency().code())
                || !order.amount("amount", agreed.currency()).equals(agreed)) {
            throw new InvalidResponse("executed with an order that is not over " + agreed);
        }
    }

    private void requireOurAccount(String account, Money amount) throws InvalidResponse {
        if (settings.accountNumber(amount.currency()).filter(account::equals).isEmpty()) {
            throw new InvalidResponse("executed with another account than ours in " + amount.currency());
        }
    }

    private void requireDealersAccount(String account) throws InvalidResponse {
        if (settings.isOurs(account)) {
            throw new InvalidResponse("executed with an order between accounts of ours");
        }
    }
}
