package io.portolan.simulators.account;

import io.portolan.simulators.money.Money;

/** Money that goes from one account to another. */
public record AccountTransfer(String from, String to, Money money) {

    public AccountTransfer {
        if (money.minorUnits() <= 0) {
            throw new IllegalArgumentException("a movement of " + money);
        }
    }
}
