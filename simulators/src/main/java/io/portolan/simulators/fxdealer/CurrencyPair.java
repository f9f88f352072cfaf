package io.portolan.simulators.fxdealer;

import io.portolan.simulators.money.Currency;

/** The currency sold and the currency bought. */
record CurrencyPair(Currency sell, Currency buy) {}
