package io.portolan.demo;

import io.portolan.demo.environment.DemoCredentials;
import io.portolan.demo.environment.DemoCredentials.ConsoleLogin;
import io.portolan.demo.environment.DemoEnvironment.Connections;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Which pages to open now, and with which log-ins. */
record DemoAddresses(Connections connections) {
    List<String> format() {
        URI app = connections.app();
        DemoCredentials credentials = connections.credentials();
        List<String> rows = new ArrayList<>();
        rows.add("");
        rows.add("Console          " + app.resolve("/console"));
        credentials
                .consoleLogins()
                .forEach(login -> rows.add(
                        "  log in as      %s / %s  (%s)".formatted(login.name(), login.password(), rights(login))));
        rows.add("API              " + app.resolve("/v1") + ", documentation: " + app.resolve("/v1/openapi.json"));
        rows.add("  API key        " + credentials.apiKey());
        rows.add("  for example    curl -H 'Authorization: Bearer %s' %s"
                .formatted(credentials.apiKey(), app.resolve("/v1/payments?limit=1")));
        rows.add("Temporal         "
                + connections.temporalUi().map(URI::toString).orElse("in memory, inside the app; without a web page"));
        rows.add("Banks            " + connections.banks() + " (simulators)");
        rows.add("");
        rows.add("Kill any process and watch it restart. Ctrl-C stops everything.");
        return rows;
    }

    private static String rights(ConsoleLogin login) {
        return switch (login.role()) {
            case VIEWER -> "read only";
            case OPERATOR -> "may act";
            case CHECKER -> "may act: approves what operator proposes";
        };
    }
}
