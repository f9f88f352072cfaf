package io.portolan.simulators.fxdealer;

import io.portolan.simulators.money.Currency;

/** What is sold for what. */
record CurrencyPair(Currency sell, Currency buy) {}
