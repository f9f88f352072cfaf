package io.portolan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import io.portolan.app.environment.TestEnvironment;
import io.portolan.app.environment.TestEnvironmentSettings;
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

/** What the console's tests run in: one environment and one browser for all of them, with the orders sent, and a new window for each test. */
final class ConsoleEnvironment implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** Longer than an outcome is waited for before its payment is parked. */
    private static final double ASSERTION_TIMEOUT_MILLIS = 60_000;

    private record Resources(TestEnvironment environment, Chromium chromium, MerchantClient merchantClient) {}

    private final Map<SampleOrder, String> payments = new EnumMap<>(SampleOrder.class);
    private final List<BrowserWindow> windows = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Optional<Resources> resources = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Chromium.require();
        setDefaultAssertionTimeout(ASSERTION_TIMEOUT_MILLIS);
        TestEnvironment environment = TestEnvironment.start(new TestEnvironmentSettings(
                "ConsoleIT", Optional.empty(), Optional.empty(), TestEnvironmentSettings.SHORT_FENCE));
        open.push(environment);
        MerchantClient shop = new MerchantClient(environment);
        open.push(shop);
        Chromium chromium = Chromium.launch();
        open.push(chromium);
        resources = Optional.of(new Resources(environment, chromium, shop));
        for (SampleOrder sale : SampleOrder.FIRST) {
            send(sale);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<BrowserWindow> ended = List.copyOf(windows);
        windows.clear();
        ended.forEach(BrowserWindow::close);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    /** A window in which nobody is logged in. */
    BrowserWindow anonymous() {
        BrowserWindow visit = resources().chromium().openWindow(environment().app());
        windows.add(visit);
        return visit;
    }

    /** A window of somebody who may act. */
    BrowserWindow operator() {
        return anonymous()
                .open("/login")
                .logIn(environment().operatorName(), environment().operatorPassword());
    }

    /** A window of the second person, who approves. */
    BrowserWindow checker() {
        return anonymous()
                .open("/login")
                .logIn(environment().checkerName(), environment().checkerPassword());
    }

    /** The second person approves what is proposed for this payment. */
    void approve(String payment) {
        BrowserWindow inbox = checker().open("/console/approvals");
        inbox.inspect("approvals");
        inbox.find("form[action^='/console/approvals/%s/'][action$=approve] button".formatted(payment))
                .click();
        assertThat(inbox.find("main > .notice")).containsText("has been carried out");
    }

    /** A window of somebody who may only look. */
    BrowserWindow viewer() {
        return anonymous()
                .open("/login")
                .logIn(environment().viewerName(), environment().viewerPassword());
    }

    /** The operator's window on the payment of this order. */
    PaymentPage operatorAt(SampleOrder sale) {
        return PaymentPage.open(operator(), payment(sale));
    }

    TestEnvironment environment() {
        return resources().environment();
    }

    /** The payment's id. */
    String payment(SampleOrder sale) {
        return Optional.ofNullable(payments.get(sale)).orElseThrow();
    }

    /** Sends the order now; returns the payment's id. */
    String send(SampleOrder sale) throws IOException, InterruptedException {
        String id = resources().merchantClient().pay(sale);
        payments.put(sale, id);
        return id;
    }

    private Resources resources() {
        return resources.orElseThrow();
    }
}
