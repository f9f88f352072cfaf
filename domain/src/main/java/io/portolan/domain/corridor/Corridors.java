package io.portolan.domain.corridor;

import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.money.CurrencyPair;
import java.util.List;
import java.util.Optional;

/** The corridors of the configuration; each pair stands there once. */
public record Corridors(List<Corridor> all) {
    public Corridors {
        all = List.copyOf(all);
        if (all.stream().map(Corridor::pair).distinct().count() != all.size()) {
            throw new IllegalArgumentException("a currency pair has one corridor");
        }
    }

    public Optional<Corridor> find(CurrencyPair pair) {
        return all.stream().filter(corridor -> corridor.pair().equals(pair)).findFirst();
    }

    /** The accounts of ours that payouts are paid from, each once. */
    public List<NostroAccount> payoutAccounts() {
        return all.stream()
                .map(corridor -> corridor.route().dealerDestination())
                .distinct()
                .toList();
    }
}
