package io.portolan.demo.environment;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;

/** The app's settings in a demo, written to a file that only we may read: arguments and environments show up in lists of processes. */
final class AppSettings {
    private final Properties settings = new Properties();

    /** Short waits, so that even what never answers comes to rest while somebody watches. */
    AppSettings(Path data, Ports ports, OwnFunds funds) {
        set("server.port", Integer.toString(ports.app()));
        set("server.address", "127.0.0.1");
        set("portolan.data", data.toString());
        set("portolan.saga.first-poll-limit", "3s");
        set("portolan.saga.first-inquiry-delay", "1s");
        set("portolan.saga.outcome-window", "20s");
        set("portolan.saga.repair-window", "10m");
        set("portolan.operations.dispatch-interval", "5s");
        set("portolan.operations.returns-interval", "2s");
        set("portolan.operations.settlement-interval", "500ms");
        funds.amounts().forEach((account, amount) -> set("portolan.opening-balances[" + account + "]", amount));
    }

    AppSettings withDatabase(DatabaseAddress address) {
        set("portolan.database.url", address.url());
        set("portolan.database.user", address.app().user());
        set("portolan.database.password", address.app().password());
        set("portolan.database.owner-user", address.owner().user());
        set("portolan.database.owner-password", address.owner().password());
        return this;
    }

    AppSettings withTemporal(String target, URI ui) {
        set("portolan.temporal.target", target);
        set("portolan.temporal.ui", ui.toString());
        return this;
    }

    AppSettings withBanks(BankAccess banks, URI callbacks) {
        set("portolan.connections.callback-base-uri", callbacks.toString());
        set("portolan.banks.B.uri", banks.uri().toString());
        set("portolan.banks.B.credentials.client-id", banks.key("domestic.client-id"));
        set("portolan.banks.B.credentials.secret", banks.key("domestic.secret"));
        set("portolan.banks.D.uri", banks.uri().toString());
        set("portolan.banks.D.credentials.client-key-id", banks.key("international.client-key-id"));
        set("portolan.banks.D.credentials.client-private-key", banks.key("international.client-private-key"));
        set("portolan.banks.D.credentials.bank-key-id", banks.key("international.bank-key-id"));
        set("portolan.banks.D.credentials.bank-public-key", banks.key("international.bank-public-key"));
        set("portolan.fx-dealers.dealer.uri", banks.uri().toString());
        set("portolan.fx-dealers.dealer.credentials.secret", banks.key("dealer.secret"));
        set("portolan.fx-dealers.dealer-2.uri", banks.uri() + "/dealer-2");
        set("portolan.fx-dealers.dealer-2.credentials.secret", banks.key("dealer-2.secret"));
        return this;
    }

    /** Settings that take the place of those of the same names. */
    AppSettings withAll(Map<String, String> more) {
        settings.putAll(more);
        return this;
    }

    void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "The app's settings of this demo");
        }
    }

    private void set(String name, String value) {
        settings.setProperty(name, value);
    }
}
