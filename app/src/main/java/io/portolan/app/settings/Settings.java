package io.portolan.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

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
        BankSettings banks,
        Map<String, String> openingBalances,
        List<CorridorSettings> corridors) {

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
