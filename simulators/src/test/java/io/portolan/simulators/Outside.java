package io.portolan.simulators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A quick outside world with funds everywhere, for all tests of a class, and somebody who hears its callbacks. */
final class Outside implements BeforeAllCallback, AfterAllCallback {

    static final String OPENING = "B-CNY=1000000.00,D-CNY=1000000.00,D-USD=1000000.00,D-EUR=1000000.00,"
            + "D-JPY=100000000,D-KWD=1000000.000";

    final Listener listener = new Listener();
    private final List<World> worlds = new ArrayList<>();
    private Path folder = Path.of("");

    static String newKey() {
        return UUID.randomUUID().toString().substring(0, 18) + "/payout/1";
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("outside");
        open();
    }

    /** Closes the world and opens it again on the same store. */
    void restart() {
        worlds.getLast().close();
        open();
    }

    int port() {
        return worlds.getLast().port();
    }

    DomesticClient domestic() {
        return new DomesticClient(port());
    }

    InternationalClient international() {
        return new InternationalClient(port());
    }

    DealerClient dealer() {
        return new DealerClient(port());
    }

    Answer settings(String changes) {
        return Wire.send(port(), "PUT", "/control/settings", Map.of(), Wire.bytes(changes));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        worlds.getLast().close();
        listener.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void open() {
        worlds.add(World.start(
                "--port",
                "0",
                "--store",
                folder.resolve("sim.db").toString(),
                "--callbacks",
                listener.address(),
                "--opening",
                OPENING,
                "--book-after",
                "30ms",
                "--settle-after",
                "60ms"));
        settings("{\"slowMillis\":600,\"returnAfterMillis\":100}");
    }
}
