package io.portolan.domain.corridor;

import io.portolan.domain.bank.NostroAccount;
import java.util.List;

/**
 * The accounts, dealers and policies of a corridor, frozen into each payment so that a change of configuration leaves running payments alone.
 *
 * @param dealers who may trade at the bank of the dealer's accounts, the preferred one first
 */
public record Route(
        FundingMode funding,
        LossBearer lossBearer,
        UnwindPolicy unwindPolicy,
        NostroAccount collection,
        NostroAccount dealerSource,
        NostroAccount dealerDestination,
        List<String> dealers,
        Limits limits) {
    public Route {
        dealers = List.copyOf(dealers);
        if (!collection.currency().equals(dealerSource.currency())) {
            throw new IllegalArgumentException("collection and top-up are in one currency");
        }
        if (!dealerSource.bank().equals(dealerDestination.bank())) {
            throw new IllegalArgumentException("a trade moves two accounts at one bank");
        }
        if (dealers.isEmpty()) {
            throw new IllegalArgumentException("a route has a dealer");
        }
    }
}
