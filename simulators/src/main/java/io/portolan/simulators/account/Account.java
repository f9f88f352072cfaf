package io.portolan.simulators.account;

import io.portolan.simulators.money.Currency;

/** An account with its opening and its current balance, in minor units. */
public record Account(String id, Currency currency, long openingBalance, long balance) {}
