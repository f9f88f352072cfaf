package io.portolan.banks.iso20022;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.portolan.domain.bank.NostroAccount;
import io.portolan.domain.bank.PayoutOrder;
import io.portolan.domain.ids.InstructionKey;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import io.portolan.domain.party.AccountNumber;
import io.portolan.domain.party.Party;
import io.portolan.domain.party.PostalAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A bank that answers what a test says, and the orders that tests give it. */
final class StubbedBank {
    static final Instant NOW = Instant.parse("2026-11-21T08:15:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String KEY = "pay_0123456789ABCDEFGHJK/payout/1";
    static final NostroAccount OUR_ACCOUNT = new NostroAccount("D", "D-USD", Currency.of("USD"));
    static final PostalAddress ADDRESS = new PostalAddress("Main Street", "12", "94016", "Daly City", "US");
    static final Party SELLER = new Party("Acme Outdoor LLC", new AccountNumber.Local("000123456789", "C"), ADDRESS);
    static final PayoutOrder PAYOUT = payout(Money.parse(Currency.of("USD"), "994.50"));

    /** The keys of docs/protocols.md. */
    static final String OUR_KEY = "MC4CAQAwBQYDK2VwBCIEID5u6/4Cr7N9IdmAV+c0g80WQBffdK49HdmFFzAOMSKd";

    static final String OUR_PUBLIC_KEY = "MCowBQYDK2VwAyEAe6RAVYKo97C9+Wy+z0DWQ2CShCgZuJQIMcQd7WEhPG8=";
    static final String BANK_KEY = "MC4CAQAwBQYDK2VwBCIEIA6Hs15wkq8yyc2KgDInGD1XSbuxOBdwlnFErKQhPI4+";
    static final String BANK_PUBLIC_KEY = "MCowBQYDK2VwAyEAQuVSRI98w3nS41psikWnpHlyVlA7gpII0AmZ9TexVzQ=";

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

    static Iso20022Bank longTimeoutClientOf(WireMockServer server) {
        return clientOf(URI.create(server.baseUrl()), LONG_TIMEOUT);
    }

    static Iso20022Bank shortTimeoutClientOf(WireMockServer server) {
        return clientOf(URI.create(server.baseUrl()), SHORT_TIMEOUT);
    }

    static Iso20022Bank shortTimeoutClientOf(int port) {
        return clientOf(URI.create("http://127.0.0.1:" + port), SHORT_TIMEOUT);
    }

    static Iso20022Bank longTimeoutClientOf(int port) {
        return clientOf(URI.create("http://127.0.0.1:" + port), LONG_TIMEOUT);
    }

    private static Iso20022Bank clientOf(URI bank, Duration timeLimit) {
        return new Iso20022Bank(
                new Iso20022Settings(bank, "portolan-1", Ed25519Keys.parsePrivateKey(OUR_KEY), "Portolan", timeLimit),
                CLOCK);
    }

    static PayoutOrder payout(Money amount) {
        var from = new NostroAccount("D", "D-" + amount.currency(), amount.currency());
        return new PayoutOrder(InstructionKey.parse(KEY), amount, "ORD-1001", SELLER, from, "GDDS");
    }

    static PayoutOrder payoutTo(Party payee) {
        return new PayoutOrder(PAYOUT.key(), PAYOUT.amount(), "ORD-1001", payee, OUR_ACCOUNT, "GDDS");
    }
}
