package io.portolan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.demo.environment.DemoCredentials;
import io.portolan.demo.environment.DemoCredentials.ConsoleLogin;
import io.portolan.demo.environment.DemoCredentials.Role;
import io.portolan.demo.environment.DemoEnvironment.Connections;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoAddressesTest {
    private static final DemoCredentials CREDENTIALS = new DemoCredentials(
            "ptl_1",
            List.of(
                    new ConsoleLogin("viewer", "v-1", Role.VIEWER),
                    new ConsoleLogin("operator", "o-1", Role.OPERATOR),
                    new ConsoleLogin("checker", "c-1", Role.CHECKER)));

    @Test
    void namesTheTwoPeopleWhoDecideTogether() {
        Connections connections = new Connections(
                URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2"), Optional.empty(), CREDENTIALS);

        assertThat(new DemoAddresses(connections).format())
                .contains(
                        "  log in as      viewer / v-1  (read only)",
                        "  log in as      operator / o-1  (may act)",
                        "  log in as      checker / c-1  (may act: approves what operator proposes)");
    }
}
