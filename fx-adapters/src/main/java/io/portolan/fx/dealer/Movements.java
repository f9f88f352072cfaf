package io.portolan.fx.dealer;

import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.money.Money;

/** The two orders of an executed trade: what we sold left our account for the dealer's pool, and what we bought came the other way. */
record Movements(FirmRate agreed, DealerSettings settings) {

    void requireSold(JsonFields order) throws Untrustworthy {
        requireAmount(order, agreed.sell());
        requireOurs(order.word("from_account"), agreed.sell());
        requireTheirs(order.word("to_account"));
    }

    void requireBought(JsonFields order) throws Untrustworthy {
        requireAmount(order, agreed.buy());
        requireTheirs(order.word("from_account"));
        requireOurs(order.word("to_account"), agreed.buy());
    }

    private static void requireAmount(JsonFields order, Money agreed) throws Untrustworthy {
        order.word("order_id");
        if (!order.text("currency").equals(agreed.currency().code())
                || !order.amount("amount", agreed.currency()).equals(agreed)) {
            throw new Untrustworthy("executed with an order that is not over " + agreed);
        }
    }

    private void requireOurs(String account, Money amount) throws Untrustworthy {
        if (settings.account(amount.currency()).filter(account::equals).isEmpty()) {
            throw new Untrustworthy("executed with another account than ours in " + amount.currency());
        }
    }

    private void requireTheirs(String account) throws Untrustworthy {
        if (settings.isOurs(account)) {
            throw new Untrustworthy("executed with an order between accounts of ours");
        }
    }
}
