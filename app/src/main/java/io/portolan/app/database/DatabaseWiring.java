package io.portolan.app.database;

import io.portolan.app.settings.Settings;
import io.portolan.db.Database;
import io.portolan.db.DatabaseSettings;
import io.portolan.domain.breaks.Breaks;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.fx.Quotes;
import io.portolan.domain.intake.Idempotency;
import io.portolan.domain.intake.Merchants;
import io.portolan.domain.ledger.BookAudit;
import io.portolan.domain.ledger.BookControl;
import io.portolan.domain.ledger.Journal;
import io.portolan.domain.operations.Alerts;
import io.portolan.domain.operations.BankCalls;
import io.portolan.domain.operations.Operators;
import io.portolan.domain.operations.Rechecks;
import io.portolan.domain.operations.StatementCursors;
import io.portolan.domain.payment.Payments;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database, and the repositories over it. Without an address of one, an embedded MariaDB is started in the data folder. */
@Configuration(proxyBeanMethods = false)
public class DatabaseWiring {
    /** Closes after the pool, which is opened on it. */
    @Bean
    DatabaseServer databaseServer(Settings settings) {
        return settings.database().isEmbedded() ? DatabaseServer.embedded(settings) : DatabaseServer.remote(settings);
    }

    @Bean
    Database database(DatabaseServer server, Settings settings) {
        Database.migrate(server.url(), server.owner(), server.app().user());
        Database database = Database.open(new DatabaseSettings(
                server.url(), server.app(), settings.database().poolSize()));
        database.journal().post(OpeningBalances.entries(settings.openingBalances(), settings.accounts()));
        return database;
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.pool();
    }

    @Bean
    Payments payments(Database database) {
        return database.payments();
    }

    @Bean
    Journal journal(Database database) {
        return database.journal();
    }

    @Bean
    BookAudit bookAudit(Database database) {
        return database.bookAudit();
    }

    @Bean
    BookControl bookControl(Database database) {
        return database.bookControl();
    }

    @Bean
    Quotes quotes(Database database) {
        return database.quotes();
    }

    @Bean
    Idempotency idempotency(Database database) {
        return database.idempotency();
    }

    @Bean
    Merchants merchants(Database database) {
        return database.merchants();
    }

    @Bean
    BankCalls bankCalls(Database database) {
        return database.bankCalls();
    }

    @Bean
    Decisions decisions(Database database) {
        return database.decisions();
    }

    @Bean
    Breaks breaks(Database database) {
        return database.breaks();
    }

    @Bean
    Rechecks rechecks(Database database) {
        return database.rechecks();
    }

    @Bean
    StatementCursors statementCursors(Database database) {
        return database.statementCursors();
    }

    @Bean
    Alerts alerts(Database database) {
        return database.alerts();
    }

    @Bean
    Operators operators(Database database) {
        return database.operators();
    }
}
