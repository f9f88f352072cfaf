package io.portolan.simulators.fxdealer;

import io.portolan.simulators.money.Currency;

/** What is sold for what. */
record Pair(Currency sell, Currency buy) {}
