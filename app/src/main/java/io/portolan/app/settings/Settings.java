package io.portolan.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Everything under {@code portolan} in the configuration. An empty address means the embedded part. */
@ConfigurationProperties("portolan")
public record Settings(
        Set<Role> roles,
        Path data,
        Database database,
        Temporal engine,
        Saga saga,
        Operations watch,
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

    /** The workflow engine. */
    public record Temporal(String target, String namespace, String ui, String payloadKey) {
        public boolean isInMemory() {
            return target.isBlank();
        }
    }

    /** How patient a payment is. */
    public record Saga(Duration fastPoll, Duration outcomeWindow, Duration repairWindow, Duration inquiryDelay) {}

    /** How often the scheduler looks. */
    public record Operations(
            Duration redriveEvery, Duration settlementEvery, Duration returnsEvery, Duration timeLimit) {}
}
