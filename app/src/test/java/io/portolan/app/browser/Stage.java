package io.portolan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import io.portolan.app.demo.TestWorld;
import io.portolan.app.demo.WorldPlan;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the console's tests play on: one world and one browser for all of them, with the orders sent, and a new window for each test. */
final class Stage implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** Longer than an outcome is waited for before its payment is parked. */
    private static final double PATIENCE_MILLIS = 60_000;

    private record Props(TestWorld world, Chromium chromium, Checkout shop) {}

    private final Map<Sale, String> payments = new EnumMap<>(Sale.class);
    private final List<Visit> visits = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Optional<Props> props = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Chromium.require();
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        TestWorld world = TestWorld.start(new WorldPlan("ConsoleIT", Optional.empty(), Optional.empty()));
        open.push(world);
        Checkout shop = new Checkout(world);
        open.push(shop);
        Chromium chromium = Chromium.launch();
        open.push(chromium);
        props = Optional.of(new Props(world, chromium, shop));
        for (Sale sale : Sale.FIRST) {
            send(sale);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<Visit> ended = List.copyOf(visits);
        visits.clear();
        ended.forEach(Visit::close);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    /** A window in which nobody is logged in. */
    Visit stranger() {
        Visit visit = props().chromium().visit(world().app());
        visits.add(visit);
        return visit;
    }

    /** A window of somebody who sees and acts. */
    Visit operator() {
        return stranger().open("/login").logIn(world().operatorName(), world().operatorPassword());
    }

    /** A window of somebody who only sees. */
    Visit viewer() {
        return stranger().open("/login").logIn(world().viewerName(), world().viewerPassword());
    }

    /** The operator's window on the payment of this order. */
    OpenPayment operatorAt(Sale sale) {
        return OpenPayment.in(operator(), payment(sale));
    }

    TestWorld world() {
        return props().world();
    }

    /** The payment's id. */
    String payment(Sale sale) {
        return Optional.ofNullable(payments.get(sale)).orElseThrow();
    }

    /** Sends the order now; returns the payment's id. */
    String send(Sale sale) throws IOException, InterruptedException {
        String id = props().shop().pay(sale);
        payments.put(sale, id);
        return id;
    }

    private Props props() {
        return props.orElseThrow();
    }
}
