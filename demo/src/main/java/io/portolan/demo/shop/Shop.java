package io.portolan.demo.shop;

import io.portolan.demo.orders.CellError;
import io.portolan.demo.orders.DemoOrder;
import io.portolan.demo.orders.OrderFileRejected;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;

/** The demo's shop: it asks for quotes, pays, and looks its payments up, through the API alone. */
public final class Shop implements AutoCloseable {
    private static final Duration RETRY_TIMEOUT = Duration.ofSeconds(90);
    private static final int MAX_CONCURRENT_ORDERS = 4;
    /** The clocks of the shop and the API may differ a little elsewhere; here they are one. */
    private static final int CLOCK_TOLERANCE_SECONDS = 1;

    private final ApiClient api;
    private final Semaphore permits = new Semaphore(MAX_CONCURRENT_ORDERS);
    private final Instant openedAt;
    private final String runId = UUID.randomUUID().toString();

    public Shop(URI base, String apiKey, Instant openedAt) {
        this(base, apiKey, openedAt, RETRY_TIMEOUT);
    }

    Shop(URI base, String apiKey, Instant openedAt, Duration retryTimeout) {
        this.api = new ApiClient(base, apiKey, retryTimeout);
        this.openedAt = openedAt.minusSeconds(CLOCK_TOLERANCE_SECONDS).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Rejects orders that no corridor serves, before any is sent.
     *
     * @throws OrderFileRejected naming each such row
     */
    public void requireCorridors(List<DemoOrder> orders) throws OrderFileRejected, ShopFailed, InterruptedException {
        Map<CurrencyPair, Limits> served = corridors();
        List<CellError> errors = new ArrayList<>();
        for (DemoOrder order : orders) {
            Limits limits = served.get(new CurrencyPair(order.source().currency(), order.destination()));
            if (limits == null) {
                String pairs = String.join(
                        ", ",
                        served.keySet().stream()
                                .map(CurrencyPair::toString)
                                .sorted()
                                .toList());
                String detail = "%s/%s is not served; write one of %s"
                        .formatted(order.source().currency(), order.destination(), pairs);
                errors.add(new CellError(order.lineNumber(), "destination_currency", detail));
            } else if (!limits.allow(order.source())) {
                String detail = "%s is outside the corridor's limits; write %s to %s"
                        .formatted(order.source(), limits.minimum(), limits.maximum());
                errors.add(new CellError(order.lineNumber(), "source_amount", detail));
            }
        }
        if (!errors.isEmpty()) {
            throw new OrderFileRejected(errors);
        }
    }

    /** Sends every order, a few at a time, and records the answers. Returns at once. */
    public void send(TrackedOrders orders) {
        orders.orders().forEach(order -> Thread.ofVirtual().start(() -> send(order, orders)));
    }

    /** Every payment of this shop since it opened. */
    public List<Map.Entry<String, PaymentView>> payments() throws ShopFailed, InterruptedException {
        List<Map.Entry<String, PaymentView>> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/v1/payments?limit=200&created_after=" + openedAt + after);
            page.get("data")
                    .forEach(payment ->
                            found.add(Map.entry(payment.get("order_reference").asString(), PaymentView.read(payment))));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        return found;
    }

    @Override
    public void close() {
        api.close();
    }

    private void send(DemoOrder order, TrackedOrders orders) {
        try {
            permits.acquire();
            try {
                String quote =
                        api.post("/v1/quotes", OrderJson.quote(order)).get("id").asString();
                JsonNode payment = api.post("/v1/payments", OrderJson.payment(order, quote), keyOf(order));
                orders.recordAccepted(order, PaymentView.read(payment));
            } finally {
                permits.release();
            }
        } catch (ApiRejected rejected) {
            orders.recordRejected(order, String.valueOf(rejected.getMessage()));
        } catch (ApiUnavailable unavailable) {
            orders.recordUnknown(order, String.valueOf(unavailable.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same for a row however often it is tried; another run's kept data know other keys. */
    private String keyOf(DemoOrder order) {
        String row = runId + "/" + order.lineNumber() + "/" + order.reference();
        return "demo-" + UUID.nameUUIDFromBytes(row.getBytes(StandardCharsets.UTF_8));
    }

    private Map<CurrencyPair, Limits> corridors() throws ShopFailed, InterruptedException {
        Map<CurrencyPair, Limits> served = new HashMap<>();
        for (JsonNode corridor : get("/v1/corridors").get("data")) {
            CurrencyPair pair = CurrencyPair.of(
                    corridor.get("source").asString(),
                    corridor.get("destination").asString());
            var limits =
                    new Limits(PaymentView.money(corridor.get("minimum")), PaymentView.money(corridor.get("maximum")));
            served.put(pair, limits);
        }
        return served;
    }

    private JsonNode get(String path) throws ShopFailed, InterruptedException {
        try {
            return api.get(path);
        } catch (ApiRejected | ApiUnavailable failed) {
            throw new ShopFailed(path + ": " + failed.getMessage());
        }
    }

    private record Limits(Money minimum, Money maximum) {
        boolean allow(Money amount) {
            return amount.compareTo(minimum) >= 0 && amount.compareTo(maximum) <= 0;
        }
    }
}
