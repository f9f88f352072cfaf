package io.portolan.app.environment;

import io.portolan.app.banks.ConfiguredBanks;
import io.portolan.app.settings.Settings;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.Statement;
import io.portolan.domain.bank.StatementBank;
import io.portolan.domain.ledger.Journal;
import io.portolan.operations.reconciliation.Difference;
import io.portolan.operations.reconciliation.Reconciliation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** The banks' statements of all our accounts, asked for with the app's own settings. */
final class BankStatements implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ConfiguredBanks banks;
    private final Map<NostroAccount, StatementBank> accounts;
    private final LocalDate startDate = today();

    private BankStatements(Settings settings) {
        this.banks = new ConfiguredBanks(
                settings.banks(),
                settings.accounts(),
                settings.company().holder(),
                settings.connections(),
                Clock.systemUTC());
        this.accounts = banks.statementBanks(settings.accounts().all());
    }

    /** @param settings the file with the app's settings */
    static BankStatements with(Path settings) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SettingsOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--spring.config.additional-location=" + settings.toUri())) {
            return new BankStatements(context.getBean(Settings.class));
        }
    }

    /** Of every business date since this was made. */
    List<Statement> sinceStart() {
        return startDate
                .datesUntil(today().plusDays(1))
                .flatMap(date -> accounts.entrySet().stream()
                        .map(account -> account.getValue().statement(account.getKey(), date)))
                .toList();
    }

    /** How our ledger differs from them once everything is quiet. */
    List<Difference> differencesFrom(Journal journal) throws InterruptedException {
        return new Reconciliation(journal, accounts, Clock.systemUTC()).awaitBalanced(TIMEOUT);
    }

    @Override
    public void close() {
        banks.close();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }

    @EnableConfigurationProperties(Settings.class)
    static class SettingsOnly {}
}
