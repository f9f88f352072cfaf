package io.portolan.app.banks;

import io.portolan.app.settings.ConnectionSettings;
import io.portolan.app.settings.FxDealerSettings;
import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.FxDesks;
import io.portolan.fx.firmrate.DealerCallbackVerifier;
import io.portolan.fx.firmrate.DealerSettings;
import io.portolan.fx.firmrate.FirmRateDealer;
import io.portolan.operations.callbacks.CallbackVerifier;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dealers of the configuration, each connected by its protocol. */
public final class ConfiguredFxDesks implements FxDesks, AutoCloseable {
    private final Map<String, FirmRateDealer> desks = new TreeMap<>();
    private final Map<String, CallbackVerifier> callbackVerifiers = new TreeMap<>();

    /** @throws IllegalArgumentException naming the dealer and what is wrong with its settings */
    public ConfiguredFxDesks(
            Map<String, FxDealerSettings> dealers,
            NostroAccounts accounts,
            ConnectionSettings connection,
            Clock clock) {
        dealers.forEach((id, dealer) -> connect(id, dealer, accounts, connection, clock));
    }

    private void connect(
            String id, FxDealerSettings dealer, NostroAccounts accounts, ConnectionSettings connection, Clock clock) {
        Credentials credentials = new Credentials("portolan.fx-dealers." + id, dealer.credentials());
        switch (dealer.protocol()) {
            case FIRM_RATE -> {
                String secret = credentials.require("secret");
                FirmRateDealer desk = new FirmRateDealer(
                        new DealerSettings(dealer.uri(), secret, accounts.ofBank(dealer.bank()), connection.timeout()),
                        clock);
                desks.put(id, desk);
                callbackVerifiers.put(id, new DealerCallbackVerifier(secret, clock)::verify);
            }
        }
    }

    @Override
    public FxDesk desk(String dealer) {
        FxDesk desk = desks.get(dealer);
        if (desk == null) {
            throw new IllegalStateException(
                    "no dealer %s is configured; there are %s".formatted(dealer, List.copyOf(desks.keySet())));
        }
        return desk;
    }

    /** Who verifies the callbacks of each dealer, by its id. */
    public Map<String, CallbackVerifier> callbackVerifiers() {
        return Map.copyOf(callbackVerifiers);
    }

    @Override
    public void close() {
        desks.values().forEach(FirmRateDealer::close);
    }
}
