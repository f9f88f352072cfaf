package io.portolan.app.settings;

import io.portolan.domain.bank.NostroAccounts;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.corridor.Limits;
import io.portolan.domain.decision.DecisionKind;
import io.portolan.domain.decision.DecisionPolicy;
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
        CompanySettings company,
        Saga saga,
        Decisions decisions,
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
                .map(corridor -> corridor.toCorridor(accounts, dealersBank(corridor), saga.usualLimits()))
                .toList());
    }

    private String dealersBank(CorridorSettings corridor) {
        List<String> banks = corridor.dealers().stream()
                .map(dealer -> dealerOf(corridor, dealer).bank())
                .distinct()
                .toList();
        if (banks.size() > 1) {
            throw new IllegalArgumentException(
                    "corridor %s: its dealers trade at different banks, %s".formatted(corridor.pair(), banks));
        }
        return banks.getFirst();
    }

    private FxDealerSettings dealerOf(CorridorSettings corridor, String id) {
        FxDealerSettings dealer = fxDealers.get(id);
        if (dealer == null) {
            throw new IllegalArgumentException("corridor %s: there is no dealer %s; portolan.fx-dealers has %s"
                    .formatted(corridor.pair(), id, fxDealers.keySet()));
        }
        return dealer;
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

    /**
     * The times of payments.
     *
     * @param sendingWindow for how long after it was begun an instruction may be sent
     * @param signatureWindow for how long banks honour a signature
     * @param outcomeWindow for how long an answer is awaited before a person is asked
     */
    public record Saga(
            Duration firstPollLimit,
            Duration firstInquiryDelay,
            Duration sendingWindow,
            Duration signatureWindow,
            Duration outcomeWindow,
            Duration repairWindow) {
        /** A first poll and its last two exchanges end well within one execution of an activity. */
        private static final Duration LONGEST_POLL = Duration.ofSeconds(15);

        public Saga {
            if (firstPollLimit.compareTo(LONGEST_POLL) > 0) {
                throw new IllegalArgumentException("portolan.saga.first-poll-limit is at most 15s");
            }
        }

        Limits usualLimits() {
            return new Limits(
                    sendingWindow,
                    signatureWindow,
                    outcomeWindow,
                    outcomeWindow,
                    outcomeWindow,
                    outcomeWindow,
                    repairWindow);
        }
    }

    /** Which decisions two people make together, beside those that always need two, and for how long the second may think about it. */
    public record Decisions(@DefaultValue Set<DecisionKind> twoPeople, Duration lapseAfter) {
        public DecisionPolicy toPolicy() {
            return new DecisionPolicy(twoPeople, lapseAfter);
        }
    }

    /** How often the jobs run, and how much later than due something must be before operations are told. */
    public record Operations(
            Duration dispatchInterval,
            Duration settlementInterval,
            Duration returnsInterval,
            Duration recheckInterval,
            Duration watchdogInterval,
            Duration watchdogMargin) {}

    /** From which age an open payment is shown as overdue. */
    public record Console(Duration overdueAfter) {}
}
