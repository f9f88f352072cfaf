package io.portolan.simulators.fxdealer;

import io.portolan.simulators.account.Accounts;
import io.portolan.simulators.account.Movement;
import io.portolan.simulators.money.Money;
import java.time.Instant;
import java.util.List;

/** A firm offer: until it expires, one trade can be made at exactly these amounts. */
record Quote(String id, Money sell, Money buy, Rate rate, String reference, Instant expiresAt) {

    /** The two orders of a trade at this quote: our money into the dealer's pool, and the dealer's out of its other one. */
    List<Movement> movements() {
        return List.of(
                new Movement(Accounts.customerAtDealer(sell.currency()), Accounts.pool(sell.currency()), sell),
                new Movement(Accounts.pool(buy.currency()), Accounts.customerAtDealer(buy.currency()), buy));
    }
}
