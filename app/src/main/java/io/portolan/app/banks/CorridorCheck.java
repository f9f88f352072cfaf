package io.portolan.app.banks;

import io.portolan.domain.bank.Banks;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.fx.FxDesks;

/**
 * Makes sure that every corridor's banks and dealers can do their part before a payment is taken: a payment whose collection nobody can instruct
 * would wait for ever.
 */
public final class CorridorCheck {
    private CorridorCheck() {}

    /** @throws IllegalArgumentException naming the corridor, and what its bank or dealer cannot do */
    public static Corridors requireServed(Corridors corridors, Banks banks, FxDesks desks) {
        corridors.all().forEach(corridor -> requireServed(corridor, banks, desks));
        return corridors;
    }

    private static void requireServed(Corridor corridor, Banks banks, FxDesks desks) {
        Route route = corridor.route();
        try {
            banks.collectionBank(route.collection().bank());
            route.dealers().forEach(desks::desk);
            banks.payoutBank(route.dealerDestination().bank());
        } catch (IllegalStateException missing) {
            throw new IllegalArgumentException("corridor " + corridor.pair() + ": " + missing.getMessage(), missing);
        }
    }
}
