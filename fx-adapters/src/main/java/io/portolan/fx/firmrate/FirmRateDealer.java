package io.portolan.fx.firmrate;

import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
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
    private static final String QUOTES_PATH = "/fx/v2/quotes";
    private static final String TRADES_PATH = "/fx/v2/trades";
    private static final int MAX_RESPONSE_BYTES = 64 * 1024;

    private final DealerSettings settings;
    private final Clock clock;
    private final HttpChannel channel;

    public FirmRateDealer(DealerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.channel = new HttpChannel(settings.timeLimit());
    }

    @Override
    public RateResponse quote(RateRequest request) {
        if (!hasAccountsFor(request.pair())) {
            return new RateResponse.Rejected(Reason.of(
                    "pair_not_served", "we have no accounts at the dealer's bank in this pair of currencies"));
        }
        try {
            var exchange = new QuoteCodec(request);
            HttpRequest asked =
                    signedRequest("POST", QUOTES_PATH, exchange.json()).build();
            return exchange.read(channel.send(asked, MAX_RESPONSE_BYTES));
        } catch (InvalidResponse e) {
            return new RateResponse.Unavailable(e.detail());
        }
    }

    @Override
    public Submission instruct(TradeOrder order) {
        try {
            String body = JsonFields.MAPPER
                    .createObjectNode()
                    .put("quote_id", order.rate().dealerQuote())
                    .put("reference", order.reference())
                    .toString();
            HttpRequest request = signedRequest("POST", TRADES_PATH, body)
                    .header("Client-Trade-Id", order.key().value())
                    .build();
            return new TradeResponseReader(order, settings).readSubmission(channel.send(request, MAX_RESPONSE_BYTES));
        } catch (InvalidResponse e) {
            return new Submission.Unknown(e.detail());
        }
    }

    @Override
    public InquiryResult inquire(TradeOrder order) {
        try {
            String key = URLEncoder.encode(order.key().value(), StandardCharsets.UTF_8);
            HttpRequest request = signedRequest("GET", TRADES_PATH + "?client_trade_id=" + key, "")
                    .build();
            return new TradeResponseReader(order, settings)
                    .readInquiryResult(channel.send(request, MAX_RESPONSE_BYTES));
        } catch (InvalidResponse e) {
            return new InquiryResult.Unknown(e.detail());
        }
    }

    /** Gives up what is under way, and the connections. */
    @Override
    public void close() {
        channel.close();
    }

    private boolean hasAccountsFor(CurrencyPair pair) {
        return settings.accountNumber(pair.source()).isPresent()
                && settings.accountNumber(pair.destination()).isPresent();
    }

    private HttpRequest.Builder signedRequest(String method, String target, String body) {
        URI address = URI.create(settings.baseUri().toString().replaceAll("/+$", "") + target);
        var text = new SignatureBase(Long.toString(clock.instant().getEpochSecond()), method, pathWithQuery(address));
        String signature = text.sign(settings.secret(), body.getBytes(StandardCharsets.UTF_8));
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
