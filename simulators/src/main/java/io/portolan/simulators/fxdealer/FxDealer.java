package io.portolan.simulators.fxdealer;

import io.portolan.simulators.callback.Counterparty;
import io.portolan.simulators.callback.Message;
import io.portolan.simulators.callback.Seal;
import io.portolan.simulators.instruction.Announcements;
import io.portolan.simulators.instruction.Books;
import io.portolan.simulators.instruction.Desk;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.Receipt;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.State;
import io.portolan.simulators.settings.Settings;
import io.portolan.simulators.signature.Keys;
import io.portolan.simulators.store.Store;
import io.portolan.simulators.wire.Endpoint;
import io.portolan.simulators.wire.Malformed;
import io.portolan.simulators.wire.Reply;
import io.portolan.simulators.wire.Request;
import io.portolan.simulators.wire.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The dealer at bank D: it quotes firm rates and trades at them between our accounts and its own pools. */
public final class FxDealer implements Announcements {

    private static final String TRADES = "/fx/v2/trades";

    private final Store store;
    private final Quotes quotes = new Quotes();
    private final DealerSignature signature;
    private final DealerRules rules;
    private final Supplier<Settings> settings;
    private final InstantSource clock;

    public FxDealer(Store store, Keys keys, Books books, Supplier<Settings> settings, InstantSource clock) {
        this.store = store;
        this.signature = new DealerSignature(keys, clock);
        this.rules = new DealerRules(books, clock);
        this.settings = settings;
        this.clock = clock;
    }

    public Seal seal() {
        return signature;
    }

    /** The endpoints of the dealer, answered with the help of the desk. */
    public List<Route> routes(Desk desk) {
        return List.of(
                new Route("POST", "/fx/v2/quotes", signed(this::quote)),
                new Route("POST", TRADES, signed(request -> trade(desk, request))),
                new Route("GET", TRADES, signed(request -> inquiry(desk, request))));
    }

    @Override
    public Optional<Message> about(Instruction trade, Instant at) {
        return Optional.of(settings.get().callbacks())
                .filter(address -> !address.isEmpty())
                .map(address -> new Message(
                        Counterparty.DEALER,
                        address + "/callbacks/dealer",
                        "application/json",
                        DealerJson.callback(trade, at).toString()));
    }

    private Endpoint signed(Endpoint endpoint) {
        return request -> {
            if (!signature.isValid(request)) {
                return error(401, "signature", "the signature is missing, stale or wrong");
            }
            try {
                return endpoint.answer(request);
            } catch (Malformed broken) {
                return error(400, "malformed", broken.why());
            } catch (Declined declined) {
                return error(declined.status(), declined.code(), "the dealer declines");
            }
        };
    }

    private Reply quote(Request request) {
        var expiresAt = clock.instant().plus(settings.get().quoteTtl());
        var quote = QuoteRequest.parse(request.body()).quote(expiresAt);
        store.write(sql -> {
            quotes.add(sql, quote);
            return quote;
        });
        return Reply.json(201, DealerJson.quote(quote));
    }

    private Reply trade(Desk desk, Request request) {
        var wish = TradeRequest.parse(request);
        var quote = find(wish.quoteId()).orElseThrow(() -> new Declined(404, "quote_unknown"));
        return switch (desk.receive(wish.draft(quote), sql -> rules.plan(sql, wish, quote))) {
            case Receipt.Stored(var stored) -> desk.misbehaving(stored, () -> receipt(202, stored));
            case Receipt.Repeated(var known) -> receipt(200, known);
            case Receipt.Conflicting _ -> error(409, "duplicate_trade_id", "this id was used with other content");
        };
    }

    private static Reply receipt(int status, Instruction trade) {
        if (trade.state() instanceof State.Refused(Rejection reason)) {
            int refusal = reason.equals(DealerRules.EXPIRED) ? 410 : 422;
            return error(refusal, reason.code(), reason.message());
        }
        return Reply.json(status, DealerJson.receipt(trade));
    }

    private Reply inquiry(Desk desk, Request request) {
        return desk.find(Counterparty.DEALER, request.parameter("client_trade_id"))
                .map(trade ->
                        DealerJson.trade(trade, find(trade.draft().related()).orElseThrow()))
                .map(json -> Reply.json(200, json))
                .orElseGet(() -> error(404, "trade_unknown", "no trade was stored under this id"));
    }

    private Optional<Quote> find(String quoteId) {
        return store.read(sql -> quotes.find(sql, quoteId));
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(status, DealerJson.error(code, message));
    }
}
