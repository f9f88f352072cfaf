package io.portolan.simulators.account;

import io.portolan.simulators.money.Money;

/** An amount, always positive, that moves from one account to another. */
public record AccountTransfer(String from, String to, Money money) {

    public AccountTransfer {
        if (money.minorUnits() <= 0) {
            throw new IllegalArgumentException("a transfer of " + money);
        }
    }
}
