package io.portolan.domain.fx;

/** The FX dealers of the configuration, by id. */
public interface FxDesks {
    /** @throws IllegalStateException if no dealer has this id: a fault of the configuration, for which a payment waits */
    FxDesk desk(String dealer);
}
