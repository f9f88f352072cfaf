package io.portolan.fx.firmrate;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.money.Money;

/**
 * The two orders of an executed trade: what we sold left our account for the dealer's pool, and what we bought came the
 * other way.
 */
record ExecutionCheck(FirmRate agreed, DealerSettings settings) {

    void requireSellOrder(JsonFields order) throws InvalidResponse {
        requireAmount(order, agreed.sell());
        requireOurAccount(order.get("from_account").identifier(), agreed.sell());
        requireDealersAccount(order.get("to_account").identifier());
    }

    void requireBuyOrder(JsonFields order) throws InvalidResponse {
        requireAmount(order, agreed.buy());
        requireDealersAccount(order.get("from_account").identifier());
        requireOurAccount(order.get("to_account").identifier(), agreed.buy());
    }

    private static void requireAmount(JsonFields order, Money agreed) throws InvalidResponse {
        order.get("order_id").identifier();
        if (!order.get("currency").text().equals(agreed.currency().code())
                || !DealerFields.amount(order, "amount", agreed.currency()).equals(agreed)) {
            throw new InvalidResponse("executed with an order for an amount other than " + agreed);
        }
    }

    private void requireOurAccount(String account, Money amount) throws InvalidResponse {
        if (settings.accountNumber(amount.currency()).filter(account::equals).isEmpty()) {
            throw new InvalidResponse("executed with an account that is not ours in " + amount.currency());
        }
    }

    private void requireDealersAccount(String account) throws InvalidResponse {
        if (settings.isOurs(account)) {
            throw new InvalidResponse("executed with an order between two of our accounts");
        }
    }
}
