package io.portolan.domain.corridor;

import io.portolan.domain.bank.NostroAccount;

/** The accounts and policies of a corridor, frozen into each payment so that a change of configuration leaves running payments alone. */
public record Route(
        FundingMode funding,
        LossBearer lossBearer,
        NostroAccount collection,
        NostroAccount dealerSource,
        NostroAccount dealerDestination) {
    public Route {
        if (!collection.currency().equals(dealerSource.currency())) {
            throw new IllegalArgumentException("collection and top-up are in one currency");
        }
    }
}
