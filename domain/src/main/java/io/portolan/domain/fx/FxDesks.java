package io.portolan.domain.fx;

/** The FX dealers of the configuration, by the bank at which they and we have the accounts that a trade moves. */
public interface FxDesks {
    /** @throws IllegalStateException if no dealer trades at this bank: a fault of the configuration, for which a payment waits */
    FxDesk at(String bank);
}
