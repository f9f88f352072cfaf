package io.portolan.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.environment.WorkflowService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same payments with the app on MySQL, by configuration alone. */
class MySqlIT extends PaymentScenarios {
    @RegisterExtension
    static final EnvironmentExtension ENVIRONMENT = EnvironmentExtension.onMySql(WorkflowService.TEMPORAL);

    MySqlIT() {
        super(ENVIRONMENT);
    }

    /** Or else the others would prove nothing. */
    @Test
    void theAppIsConfiguredForMySql() throws Exception {
        try (Connection connection = DriverManager.getConnection(setting("url"), setting("user"), setting("password"));
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("select version()")) {
            assertThat(version.next()).isTrue();
            assertThat(version.getString(1)).startsWith("9.7.");
        }
    }

    private static String setting(String name) throws Exception {
        return ENVIRONMENT.running().setting("portolan.database." + name);
    }
}
