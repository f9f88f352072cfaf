package io.portolan.banks.signedjson;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.portolan.domain.bank.DomesticOrder;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A bank that answers what a test says, and the orders that tests give it. */
final class StubbedBank {
    static final String SECRET = "domestic-demo-secret";
    static final Instant NOW = Instant.parse("2026-11-21T08:15:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String KEY = "pay_0123456789ABCDEFGHJK/collection/1";
    static final Party BUYER = new Party("Li Wei", new AccountNumber.Local("6222020200112233445", "A"), null);
    static final NostroAccount OUR_ACCOUNT = new NostroAccount("B", "B-CNY", Currency.of("CNY"));
    static final DomesticOrder.Collection COLLECTION = collection(Money.parse(Currency.of("CNY"), "7200.00"));

    /** Long enough for a busy machine, short enough for a hung test. */
    private static final Duration LONG_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration SHORT_TIMEOUT = Duration.ofMillis(300);

    private StubbedBank() {}

    static WireMockServer startServer() {
        var server =
                new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        return server;
    }

    static SignedJsonBank longTimeoutClientOf(WireMockServer server) {
        return clientOf(URI.create(server.baseUrl()), LONG_TIMEOUT);
    }

    static SignedJsonBank shortTimeoutClientOf(WireMockServer server) {
        return clientOf(URI.create(server.baseUrl()), SHORT_TIMEOUT);
    }

    static SignedJsonBank shortTimeoutClientOf(int port) {
        return clientOf(URI.create("http://127.0.0.1:" + port), SHORT_TIMEOUT);
    }

    static SignedJsonBank longTimeoutClientOf(int port) {
        return clientOf(URI.create("http://127.0.0.1:" + port), LONG_TIMEOUT);
    }

    private static SignedJsonBank clientOf(URI bank, Duration timeLimit) {
        URI notifyUrl = URI.create("http://127.0.0.1:8080/callbacks/domestic");
        return new SignedJsonBank(
                new SignedJsonSettings(bank, "portolan", SECRET, "Portolan", notifyUrl, timeLimit), CLOCK);
    }

    static DomesticOrder.Collection collection(Money amount) {
        var into = new NostroAccount("B", "B-" + amount.currency(), amount.currency());
        return new DomesticOrder.Collection(InstructionKey.parse(KEY), amount, "ORD-1001", BUYER, into);
    }
}
