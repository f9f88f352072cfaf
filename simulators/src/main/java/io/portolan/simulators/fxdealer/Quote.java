package io.portolan.simulators.fxdealer;

import io.portolan.simulators.account.AccountTransfer;
import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.money.Money;
import java.time.Instant;
import java.util.List;

/** A firm quote: until it expires, one trade can be made at exactly these amounts. */
record Quote(String id, Money sell, Money buy, Rate rate, String reference, Instant expiresAt) {

    /**
     * The two orders of a trade: what is sold goes into one of the dealer's pools, what is bought comes out of another.
     */
    List<AccountTransfer> transfers() {
        return List.of(
                new AccountTransfer(
                        Accounts.customerAccountAtDealerBank(sell.currency()),
                        Accounts.dealerPool(sell.currency()),
                        sell),
                new AccountTransfer(
                        Accounts.dealerPool(buy.currency()),
                        Accounts.customerAccountAtDealerBank(buy.currency()),
                        buy));
    }
}
