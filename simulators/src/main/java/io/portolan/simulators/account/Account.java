package io.portolan.simulators.account;

import io.portolan.simulators.money.Currency;

/** An account as it stands. */
public record Account(String id, Currency currency, long openingBalance, long balance) {}
