package io.portolan.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.simulators.store.Store;
import io.portolan.simulators.testing.DealerClient;
import io.portolan.simulators.testing.DomesticClient;
import io.portolan.simulators.testing.Eventually;
import io.portolan.simulators.testing.InternationalClient;
import io.portolan.simulators.testing.PayoutDocument;
import io.portolan.simulators.testing.SimulatorExtension;
import io.portolan.simulators.testing.TestHttp;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is neither made nor lost, whatever happens: the balances are read from the store directly. */
class ConservationTest {

    private static final int REQUESTS = 150;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261121, 42})
    void conservesEveryCurrencyThroughRandomRequests(long seed) throws Exception {
        var file = folder.resolve("sim.db");
        try (var server = open(file);
                var threads = Executors.newFixedThreadPool(8)) {
            TestHttp.send(
                    server.port(),
                    "PUT",
                    "/control/settings",
                    Map.of(),
                    TestHttp.bytes("{\"slowBookAfterMillis\":80,\"longBookAfterMillis\":120,\"returnAfterMillis\":5}"));
            threads.invokeAll(randomRequests(server.port(), new Random(seed)));
            Eventually.until(() -> hasNoOpenTask(file));
        }

        try (var store = Store.open(file)) {
            var sums = store.read(sql -> sql.all(
                    "select sum(balance) - sum(opening_balance) from account group by currency",
                    row -> row.getLong(1)));
            assertThat(sums).hasSize(5).containsOnly(0L);
            assertThat(number(store, "select count(*) from account where holder = 'CUSTOMER' and balance < 0"))
                    .isZero();
            assertThat(number(
                            store,
                            "select count(*) from account a where balance <> opening_balance +"
                                    + " (select coalesce(sum(amount), 0) from entry e where e.account = a.id)"))
                    .isZero();
            assertThat(number(
                            store,
                            "select count(*) from instruction where state in ('BOOKED', 'RECEIVED')"
                                    + " and id in (select instruction from entry)"))
                    .isZero();
            assertThat(number(store, "select count(*) from entry")).isGreaterThan(REQUESTS);
        }
    }

    private static List<Callable<Integer>> randomRequests(int port, Random random) {
        var requests = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < REQUESTS; i++) {
            var key = SimulatorExtension.newKey();
            var ending = "%04d".formatted(random.nextInt(18));
            var amount = "%d.%02d".formatted(random.nextInt(3_000), random.nextInt(1, 100));
            requests.add(
                    switch (random.nextInt(7)) {
                        case 0 ->
                            () -> ignoringLostResponse(() -> collectAndRefund(port, key, amount, "6222" + ending));
                        case 1 ->
                            () -> ignoringLostResponse(() -> new DomesticClient(port)
                                    .transfer(key, amount, "ORD")
                                    .status());
                        case 2 ->
                            () -> ignoringLostResponse(() -> new InternationalClient(port)
                                    .pay(key, amount, "9900" + ending)
                                    .status());
                        case 3 ->
                            () -> ignoringLostResponse(() -> new InternationalClient(port)
                                    .pay(PayoutDocument.topUpReturn(key, amount, "B-CNY"))
                                    .status());
                        case 4 ->
                            () -> ignoringLostResponse(
                                    () -> trade(new DealerClient(port, "/dealer-2", "dealer-2-demo-secret"), key, ""));
                        case 5 -> () -> ignoringLostResponse(() -> trade(new DealerClient(port), key, ""));
                        default -> () -> ignoringLostResponse(() -> trade(new DealerClient(port), key, "FX-LOST"));
                    });
        }
        return requests;
    }

    private static int collectAndRefund(int port, String key, String amount, String buyer) {
        var bank = new DomesticClient(port);
        bank.collect(key, amount, buyer);
        bank.collect(key, amount, buyer);
        return bank.refund(key + "r", key, amount, buyer).status();
    }

    private static int trade(DealerClient dealer, String key, String reference) {
        return dealer.trade(key, dealer.quoteId(""), reference).status();
    }

    private static int ignoringLostResponse(Callable<Integer> request) throws Exception {
        try {
            return request.call();
        } catch (UncheckedIOException lostOnPurpose) {
            return 0;
        }
    }

    private static boolean hasNoOpenTask(Path file) {
        try (var store = Store.open(file)) {
            return number(store, "select count(*) from task") == 0;
        }
    }

    private static long number(Store store, String query) {
        return store.read(sql -> sql.number(query));
    }

    private static SimulatorServer open(Path file) {
        return SimulatorServer.start(
                "--port",
                "0",
                "--store",
                file.toString(),
                "--opening-balances",
                "B-CNY=20000.00,D-CNY=40000.00,D-USD=10000.00",
                "--book-after",
                "10ms",
                "--settle-after",
                "10ms");
    }
}
