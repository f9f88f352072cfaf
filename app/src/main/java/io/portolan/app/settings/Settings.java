package io.portolan.app.settings;

import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.corridor.Corridors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Everything under {@code portolan} in the configuration. An empty address means the embedded component. */
@ConfigurationProperties("portolan")
public record Settings(
        Set<Role> roles,
        Path data,
        Database database,
        Temporal temporal,
        Saga saga,
        Operations operations,
        Console console,
        ConnectionSettings connections,
        @DefaultValue Map<String, BankSettings> banks,
        @DefaultValue Map<String, FxDealerSettings> fxDealers,
        Map<String, String> openingBalances,
        List<CorridorSettings> corridors) {

    /** A bank's id is in capitals: Spring gives the name of an environment variable in small letters, beside the one of a file. */
    public Settings {
        Map<String, BankSettings> byId = new TreeMap<>();
        banks.forEach((id, bank) -> byId.put(id.toUpperCase(Locale.ROOT), bank));
        banks = Collections.unmodifiableMap(byId);
    }

    /** Our accounts at the banks. */
    public NostroAccounts accounts() {
        return new NostroAccounts(banks.entrySet().stream()
                .flatMap(bank -> bank.getValue().accountsAt(bank.getKey()))
                .toList());
    }

    /** @throws IllegalArgumentException naming the corridor, and what is wrong with it */
    public Corridors toCorridors() {
        NostroAccounts accounts = accounts();
        return new Corridors(corridors.stream()
                .map(corridor -> corridor.toCorridor(accounts, dealersBank(corridor)))
                .toList());
    }

    private String dealersBank(CorridorSettings corridor) {
        FxDealerSettings dealer = fxDealers.get(corridor.dealer());
        if (dealer == null) {
            throw new IllegalArgumentException("corridor %s: there is no dealer %s; portolan.fx-dealers has %s"
                    .formatted(corridor.pair(), corridor.dealer(), fxDealers.keySet()));
        }
        return dealer.bank();
    }

    /** The database, and its two users: the owner migrates, the other works. */
    public record Database(
            String url, String user, String password, String ownerUser, String ownerPassword, int poolSize) {
        public boolean isEmbedded() {
            return url.isBlank();
        }
    }

    /** The workflow service. */
    public record Temporal(String target, String namespace, String ui, String payloadKey) {
        public boolean isInMemory() {
            return target.isBlank();
        }
    }

    /** How long a payment waits. */
    public record Saga(
            Duration firstPollLimit, Duration outcomeWindow, Duration repairWindow, Duration firstInquiryDelay) {}

    /** How often the jobs run. */
    public record Operations(Duration dispatchInterval, Duration settlementInterval, Duration returnsInterval) {}

    /** From which age an open payment is shown as overdue. */
    public record Console(Duration overdueAfter) {}
}
