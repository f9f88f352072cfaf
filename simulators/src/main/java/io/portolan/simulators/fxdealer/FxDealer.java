package io.portolan.simulators.fxdealer;

import io.portolan.simulators.callback.Callback;
import io.portolan.simulators.callback.RequestSigner;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.State;
import io.portolan.simulators.instruction.lifecycle.CallbackSource;
import io.portolan.simulators.instruction.lifecycle.InstructionIntake;
import io.portolan.simulators.instruction.lifecycle.IntakeResult;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.settings.Settings;
import io.portolan.simulators.signature.Credentials;
import io.portolan.simulators.store.Store;
import io.portolan.simulators.wire.Endpoint;
import io.portolan.simulators.wire.HttpRoute;
import io.portolan.simulators.wire.MalformedMessage;
import io.portolan.simulators.wire.Reply;
import io.portolan.simulators.wire.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One of the dealers at bank D: it quotes firm rates and trades at them between Portolan's accounts and its pools. */
public final class FxDealer implements CallbackSource {

    private static final String TRADES = "/fx/v2/trades";

    private final Dealer dealer;
    private final Store store;
    private final Quotes quotes = new Quotes();
    private final DealerSignature signature;
    private final DealerRules rules;
    private final Supplier<Settings> settings;

    private FxDealer(
            Dealer dealer, Store store, DealerSignature signature, DealerRules rules, Supplier<Settings> settings) {
        this.dealer = dealer;
        this.store = store;
        this.signature = signature;
        this.rules = rules;
        this.settings = settings;
    }

    /** All dealers, on the same accounts. */
    public static List<FxDealer> openAll(
            Store store,
            Credentials credentials,
            Repositories repositories,
            Supplier<Settings> settings,
            InstantSource clock) {
        return Stream.of(Dealer.values())
                .map(dealer -> new FxDealer(
                        dealer,
                        store,
                        new DealerSignature(dealer.secret(credentials), clock),
                        new DealerRules(dealer, repositories, clock),
                        settings))
                .toList();
    }

    /** Which of the counterparties it is. */
    public Counterparty counterparty() {
        return dealer.kind().counterparty();
    }

    public RequestSigner signer() {
        return signature;
    }

    /** The endpoints of the dealer, answered through the intake. */
    public List<HttpRoute> routes(InstructionIntake intake) {
        return List.of(
                new HttpRoute("POST", dealer.path("/fx/v2/quotes"), requireSignature(this::quote)),
                new HttpRoute("POST", dealer.path(TRADES), requireSignature(request -> trade(intake, request))),
                new HttpRoute("GET", dealer.path(TRADES), requireSignature(request -> inquiry(intake, request))));
    }

    @Override
    public Optional<Callback> callbackFor(Instruction trade, Instant at) {
        return Optional.of(settings.get().callbackUrl())
                .filter(url -> !url.isEmpty())
                .map(url -> new Callback(
                        counterparty(),
                        url + "/callbacks/" + dealer.callbackName(),
                        "application/json",
                        DealerJson.callback(trade, at).toString()));
    }

    private Endpoint requireSignature(Endpoint endpoint) {
        return request -> {
            if (!signature.isValid(request)) {
                return error(401, "signature", "the signature is missing, expired or invalid");
            }
            try {
                return endpoint.answer(request);
            } catch (MalformedMessage e) {
                return error(400, "malformed", e.reason());
            } catch (RejectedRequest e) {
                return error(e.status(), e.code(), "rejected by the dealer");
            }
        };
    }

    private Reply quote(Request request) {
        var expiresAt = rules.expiryOfQuote(settings.get().quoteTtl());
        var quote = QuoteRequest.parse(request.body()).quote(dealer, expiresAt);
        store.write(sql -> {
            quotes.add(sql, quote);
            return quote;
        });
        return Reply.json(201, DealerJson.quote(quote));
    }

    private Reply trade(InstructionIntake intake, Request request) {
        var tradeRequest = TradeRequest.parse(request);
        var quote = find(tradeRequest.quoteId()).orElseThrow(() -> new RejectedRequest(404, "quote_unknown"));
        return switch (intake.receive(
                tradeRequest.toInstructionRequest(dealer, quote), sql -> rules.decide(sql, tradeRequest, quote))) {
            case IntakeResult.Stored(var stored) -> intake.replyWithFault(stored, () -> acknowledgement(202, stored));
            case IntakeResult.Repeated(var known) -> acknowledgement(200, known);
            case IntakeResult.Conflicting _ ->
                error(409, "duplicate_trade_id", "this id was already used with different content");
        };
    }

    private static Reply acknowledgement(int status, Instruction trade) {
        if (trade.state() instanceof State.RejectedAtOnce(Rejection reason)) {
            int httpStatus = reason.equals(DealerRules.EXPIRED) ? 410 : 422;
            return error(httpStatus, reason.code(), reason.message());
        }
        return Reply.json(status, DealerJson.acknowledgement(trade));
    }

    private Reply inquiry(InstructionIntake intake, Request request) {
        return intake.find(counterparty(), request.parameter("client_trade_id"))
                .map(trade ->
                        DealerJson.trade(trade, find(trade.request().related()).orElseThrow()))
                .map(json -> Reply.json(200, json))
                .orElseGet(() -> error(404, "trade_unknown", "no trade with this id"));
    }

    private Optional<Quote> find(String quoteId) {
        return store.read(sql -> quotes.find(sql, quoteId))
                .filter(quote -> quote.id().startsWith(dealer.quotePrefix()));
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(status, DealerJson.error(code, message));
    }
}
