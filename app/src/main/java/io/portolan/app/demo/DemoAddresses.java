package io.portolan.app.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where to look now, and with which log-ins. */
record DemoAddresses(DemoEnvironment.Connections running, DemoCredentials access) {
    List<String> format() {
        URI app = running.app();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Console          " + app.resolve("/console"));
        access.consoleLogins()
                .forEach(logIn -> lines.add(
                        "  log in as      %s / %s  (%s)".formatted(logIn.name(), logIn.password(), rights(logIn))));
        lines.add("API              " + app.resolve("/v1") + ", described at " + app.resolve("/v1/openapi.json"));
        lines.add("  API key        " + access.apiKey().value());
        lines.add("  for example    curl -H 'Authorization: Bearer %s' %s"
                .formatted(access.apiKey().value(), app.resolve("/v1/payments?limit=1")));
        lines.addAll(running.temporalUi()
                .map(ui -> Stream.of("Temporal's UI    " + ui))
                .orElseGet(() -> Stream.of("Workflow engine  in memory, inside the app; it has no pages of its own"))
                .toList());
        lines.add("Banks            " + running.banks().uri() + " (simulators)");
        lines.add("");
        lines.add("Kill any of the processes and watch it come back. Ctrl-C ends them all.");
        return lines;
    }

    private static String rights(DemoCredentials.ConsoleLogin logIn) {
        return switch (logIn.role()) {
            case VIEWER -> "sees";
            case OPERATOR -> "sees and acts";
        };
    }
}
