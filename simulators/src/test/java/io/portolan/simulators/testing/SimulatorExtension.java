package io.portolan.simulators.testing;

import io.portolan.simulators.SimulatorServer;
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

/** Simulators with short delays and funded accounts, and a receiver of their callbacks, for all tests of a class. */
public final class SimulatorExtension implements BeforeAllCallback, AfterAllCallback {

    public static final String OPENING_BALANCES = "B-CNY=1000000.00,D-CNY=1000000.00,D-USD=1000000.00,D-EUR=1000000.00,"
            + "D-JPY=100000000,D-KWD=1000000.000";

    public final CallbackReceiver callbacks = new CallbackReceiver();
    private final List<SimulatorServer> servers = new ArrayList<>();
    private Path folder = Path.of("");

    public static String newKey() {
        return UUID.randomUUID().toString().substring(0, 18) + "/payout/1";
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("simulators");
        open();
    }

    /** Closes the server and opens it again on the same store. */
    public void restart() {
        servers.getLast().close();
        open();
    }

    public int port() {
        return servers.getLast().port();
    }

    public DomesticClient domestic() {
        return new DomesticClient(port());
    }

    public InternationalClient international() {
        return new InternationalClient(port());
    }

    public DealerClient dealer() {
        return new DealerClient(port());
    }

    public DealerClient secondDealer() {
        return new DealerClient(port(), "/dealer-2", "dealer-2-demo-secret");
    }

    public Response changeSettings(String changes) {
        return TestHttp.send(port(), "PUT", "/control/settings", Map.of(), TestHttp.bytes(changes));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        servers.getLast().close();
        callbacks.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void open() {
        servers.add(SimulatorServer.start(
                "--port",
                "0",
                "--store",
                folder.resolve("sim.db").toString(),
                "--callback-url",
                callbacks.address(),
                "--opening-balances",
                OPENING_BALANCES,
                "--book-after",
                "30ms",
                "--settle-after",
                "60ms"));
        changeSettings("{\"slowBookAfterMillis\":600,\"returnAfterMillis\":100}");
    }
}
