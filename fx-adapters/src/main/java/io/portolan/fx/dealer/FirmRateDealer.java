package io.portolan.fx.dealer;

import io.portolan.domain.bank.Finding;
import io.portolan.domain.bank.LegOutcome;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.RateAnswer;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.money.CurrencyPair;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * The dealer that quotes firm rates and executes them, spoken to in JSON under an HMAC signature (docs/protocols.md, section 3).
 *
 * <p>Each call is one exchange. Whatever cannot be believed, from a timeout to a trade at another rate, is Unavailable, Unknown or Unclear.
 */
public final class FirmRateDealer implements FxDesk, AutoCloseable {
    private static final String QUOTES = "/fx/v2/quotes";
    private static final String TRADES = "/fx/v2/trades";
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final DealerSettings settings;
    private final Clock clock;
    private final Line line;

    public FirmRateDealer(DealerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.line = new Line(settings.timeLimit());
    }

    @Override
    public RateAnswer quote(RateRequest request) {
        if (!hasAccountsFor(request.pair())) {
            return new RateAnswer.Declined(Reason.of(
                    "pair_not_served", "we have no accounts at the dealer's bank in this pair of currencies"));
        }
        try {
            var exchange = new QuoteExchange(request);
            HttpRequest asked = signed("POST", QUOTES, exchange.json()).build();
            return exchange.read(line.exchange(asked, LONGEST_ANSWER));
        } catch (Untrustworthy e) {
            return new RateAnswer.Unavailable(e.detail());
        }
    }

    @Override
    public LegOutcome instruct(TradeOrder order) {
        try {
            String body = JsonFields.JSON
                    .createObjectNode()
                    .put("quote_id", order.rate().dealerQuote())
                    .put("reference", order.reference())
                    .toString();
            HttpRequest request = signed("POST", TRADES, body)
                    .header("Client-Trade-Id", order.key().value())
                    .build();
            return new TradeAnswer(order, settings).toInstruction(line.exchange(request, LONGEST_ANSWER));
        } catch (Untrustworthy e) {
            return new LegOutcome.Unknown(e.detail());
        }
    }

    @Override
    public Finding inquire(TradeOrder order) {
        try {
            String key = URLEncoder.encode(order.key().value(), StandardCharsets.UTF_8);
            HttpRequest request =
                    signed("GET", TRADES + "?client_trade_id=" + key, "").build();
            return new TradeAnswer(order, settings).toInquiry(line.exchange(request, LONGEST_ANSWER));
        } catch (Untrustworthy e) {
            return new Finding.Unclear(e.detail());
        }
    }

    /** Gives up what is under way, and the connections. */
    @Override
    public void close() {
        line.close();
    }

    private boolean hasAccountsFor(CurrencyPair pair) {
        return settings.account(pair.source()).isPresent()
                && settings.account(pair.destination()).isPresent();
    }

    private HttpRequest.Builder signed(String method, String target, String body) {
        URI address = URI.create(settings.dealer().toString().replaceAll("/+$", "") + target);
        var text = new SignedText(Long.toString(clock.instant().getEpochSecond()), method, pathWithQuery(address));
        String signature = text.signature(settings.secret(), body.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-Dealer-Signature", "t=" + text.timestamp() + ",v1=" + signature)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static String pathWithQuery(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }
}
