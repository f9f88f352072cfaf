package io.portolan.fx.firmrate;

import io.portolan.banks.http.HttpChannel;
import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.banks.http.Response;
import io.portolan.banks.http.UnsignedRequest;
import io.portolan.domain.bank.InquiryResult;
import io.portolan.domain.bank.Reason;
import io.portolan.domain.bank.Submission;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.fx.TradeOrder;
import io.portolan.domain.money.CurrencyPair;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;

/**
 * A dealer that quotes firm rates and executes them, spoken to in JSON under an HMAC signature (docs/protocols.md,
 * section 3).
 *
 * <p>Each call is one exchange. Whatever cannot be believed, from a timeout to a trade at another rate, is Unavailable
 * or Unknown.
 */
public final class FirmRateDealer implements FxDesk, AutoCloseable {
    private static final String QUOTES_PATH = "/fx/v2/quotes";
    private static final String TRADES_PATH = "/fx/v2/trades";

    private final DealerSettings settings;
    private final Clock clock;
    private final HttpChannel channel;

    public FirmRateDealer(DealerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.channel = new HttpChannel(settings.baseUri(), settings.timeLimit());
    }

    @Override
    public RateResponse quote(RateRequest rateRequest) {
        if (!hasAccountsFor(rateRequest.pair())) {
            return new RateResponse.Rejected(
                    Reason.of("pair_not_served", "we have no accounts at the dealer's bank for this currency pair"));
        }
        try {
            var codec = new QuoteCodec(rateRequest);
            HttpRequest request = sign(channel.post(QUOTES_PATH, codec.json()), clock.instant())
                    .build();
            return codec.read(send(request));
        } catch (InvalidResponse e) {
            return new RateResponse.Unavailable(e.detail());
        }
    }

    @Override
    public Submission instruct(TradeOrder order) {
        Instant now = clock.instant();
        if (!now.isBefore(order.sendUntil())) {
            return Submission.notSentAfter(order.sendUntil());
        }
        try {
            String body = JsonFields.newObject()
                    .put("quote_id", order.rate().dealerQuote())
                    .put("reference", order.reference())
                    .toString();
            HttpRequest request = sign(channel.post(TRADES_PATH, body), now)
                    .header("Client-Trade-Id", order.key().value())
                    .build();
            return new TradeResponseReader(order, settings).readSubmission(send(request));
        } catch (InvalidResponse e) {
            return new Submission.Unknown(e.detail());
        }
    }

    @Override
    public InquiryResult inquire(TradeOrder order) {
        try {
            UnsignedRequest request =
                    channel.get(TRADES_PATH).with("client_trade_id", order.key().value());
            return new TradeResponseReader(order, settings)
                    .readInquiryResult(send(sign(request, clock.instant()).build()));
        } catch (InvalidResponse e) {
            return new InquiryResult.Unknown(e.detail());
        }
    }

    /** Cancels requests in flight and closes the connections. */
    @Override
    public void close() {
        channel.close();
    }

    private boolean hasAccountsFor(CurrencyPair pair) {
        return settings.accountNumber(pair.source()).isPresent()
                && settings.accountNumber(pair.destination()).isPresent();
    }

    private Response send(HttpRequest request) throws InvalidResponse {
        return channel.send(request, HttpChannel.MAX_RESPONSE_BYTES);
    }

    private HttpRequest.Builder sign(UnsignedRequest request, Instant signedAt) {
        String timestamp = Long.toString(signedAt.getEpochSecond());
        String signature = new SignatureBase(timestamp, request.method(), request.pathWithQuery())
                .sign(settings.secret(), request.bodyBytes());
        return request.toBuilder("application/json")
                .header("X-Dealer-Signature", "t=" + timestamp + ",v1=" + signature);
    }
}
