package io.portolan.checkout.testing;

import io.portolan.checkout.CheckoutApi;
import io.portolan.checkout.security.ApiKey;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.ScriptedBank;
import io.portolan.domain.bank.ScriptedBanks;
import io.portolan.domain.bank.ScriptedOrders;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.corridor.FundingMode;
import io.portolan.domain.corridor.LossBearer;
import io.portolan.domain.corridor.Route;
import io.portolan.domain.corridor.UnwindPolicy;
import io.portolan.domain.decision.Decisions;
import io.portolan.domain.decision.InMemoryDecisions;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.ScriptedDesk;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import io.portolan.domain.payment.InMemoryPayments;
import io.portolan.domain.payment.SamplePayments;
import io.portolan.domain.saga.Planning;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The API served for real, on ports that live in memory. Each test creates a merchant of its own, so none sees another's payments.
 *
 * <p>It is no {@code @Configuration}, or the API's own scan would find it as well.
 */
@EnableAutoConfiguration
@Import(CheckoutApi.class)
public class CheckoutTestApplication {
    private static final AtomicInteger MERCHANTS = new AtomicInteger();

    private final InMemoryDecisions decisions = new InMemoryDecisions();
    private final InMemoryPayments payments = new InMemoryPayments(decisions);
    private final InMemoryQuotes quotes = new InMemoryQuotes();
    private final InMemoryIdempotency idempotency = new InMemoryIdempotency();
    private final InMemoryMerchants merchants = new InMemoryMerchants();
    private final ScriptedOrders orders = new ScriptedOrders();
    private final ScriptedDesk desk = new ScriptedDesk(orders);
    private final ScriptedPaymentWorkflows workflows = new ScriptedPaymentWorkflows();
    private final SettableClock clock = new SettableClock();

    /** A new merchant with a key, at noon, with Temporal available. */
    public MerchantClient newClient(ServletWebServerApplicationContext server) {
        clock.resetToNoon();
        workflows.becomeAvailable();
        merchants.setBroken(false);
        MerchantId merchant = new MerchantId("merchant-" + MERCHANTS.incrementAndGet());
        ApiKey key = ApiKey.generate();
        merchants.addKey(merchant, key.hash());
        return new MerchantClient(server.getWebServer().getPort(), merchant, key);
    }

    @Bean
    public Decisions decisions() {
        return decisions;
    }

    @Bean
    public InMemoryPayments payments() {
        return payments;
    }

    @Bean
    public InMemoryQuotes quotes() {
        return quotes;
    }

    @Bean
    public InMemoryIdempotency idempotency() {
        return idempotency;
    }

    @Bean
    public InMemoryMerchants merchants() {
        return merchants;
    }

    @Bean
    public ScriptedDesk desk() {
        return desk;
    }

    @Bean
    public FxDesks desks() {
        return _ -> desk;
    }

    @Bean
    public Planning planning() {
        return new Planning(
                payments, _ -> desk, new ScriptedBanks(new ScriptedBank(orders)), new UnusedJournal(), clock);
    }

    @Bean
    public ScriptedPaymentWorkflows workflows() {
        return workflows;
    }

    @Bean
    public SettableClock clock() {
        return clock;
    }

    @Bean
    public Corridors corridors() {
        return new Corridors(List.of(
                corridor("CNY", "USD", LossBearer.HOUSE, UnwindPolicy.SELL_BACK),
                corridor("CNY", "JPY", LossBearer.MERCHANT, UnwindPolicy.KEEP),
                corridor("CNY", "KWD", LossBearer.BUYER, UnwindPolicy.SELL_BACK)));
    }

    private static Corridor corridor(String source, String destination, LossBearer bearer, UnwindPolicy policy) {
        CurrencyPair pair = CurrencyPair.of(source, destination);
        return new Corridor(
                pair,
                Money.of(pair.source(), 100),
                Money.of(pair.source(), 5_000_000),
                50,
                route(pair, bearer, policy),
                Duration.ofHours(4));
    }

    private static Route route(CurrencyPair pair, LossBearer bearer, UnwindPolicy policy) {
        return new Route(
                FundingMode.PASS_THROUGH,
                bearer,
                policy,
                account("B", pair.source()),
                account("D", pair.source()),
                account("D", pair.destination()),
                List.of("dealer", "dealer-2"),
                SamplePayments.LIMITS);
    }

    private static NostroAccount account(String bank, Currency currency) {
        return new NostroAccount(bank, bank + "-" + currency, currency);
    }
}
