package io.portolan.simulators.bank.domestic;

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
import io.portolan.simulators.signature.Keys;
import io.portolan.simulators.wire.BusinessDate;
import io.portolan.simulators.wire.Endpoint;
import io.portolan.simulators.wire.Malformed;
import io.portolan.simulators.wire.Reply;
import io.portolan.simulators.wire.Request;
import io.portolan.simulators.wire.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Bank B. It collects from buyers at other banks, refunds them, and transfers our money to bank D. */
public final class DomesticBank implements Announcements {

    private static final String ORDERS = "/domestic/v1/orders";

    private final DomesticSignature signature;
    private final DomesticRules rules;

    public DomesticBank(Keys keys, Books books, InstantSource clock) {
        this.signature = new DomesticSignature(keys, clock);
        this.rules = new DomesticRules(books);
    }

    public Seal seal() {
        return signature;
    }

    /** The endpoints of this bank, answered with the help of the desk. */
    public List<Route> routes(Desk desk) {
        return List.of(
                new Route("POST", ORDERS, signed(request -> order(desk, request))),
                new Route("GET", ORDERS, signed(request -> inquiry(desk, request))),
                new Route("GET", "/domestic/v1/statement", signed(request -> statement(desk, request))));
    }

    @Override
    public Optional<Message> about(Instruction order, Instant at) {
        var url = order.draft().notifyUrl();
        return Optional.of(DomesticJson.callback(order, at).toString())
                .filter(_ -> !url.isEmpty())
                .map(body -> new Message(Counterparty.DOMESTIC_BANK, url, "application/json", body));
    }

    private Endpoint signed(Endpoint endpoint) {
        return request -> {
            if (!signature.isValid(request)) {
                return error(401, "SIGNATURE", "the signature is missing, stale, used or wrong");
            }
            try {
                return endpoint.answer(request);
            } catch (Malformed broken) {
                return error(400, "MALFORMED", broken.why());
            }
        };
    }

    private Reply order(Desk desk, Request request) {
        var order = Order.parse(request.body());
        return switch (desk.receive(order.draft(), sql -> rules.plan(sql, order))) {
            case Receipt.Stored(var stored) -> desk.misbehaving(stored, () -> receipt(202, stored));
            case Receipt.Repeated(var known) -> receipt(200, known);
            case Receipt.Conflicting _ -> error(409, "DUPLICATE_ORDER", "this orderNo was used with other content");
        };
    }

    private static Reply receipt(int status, Instruction order) {
        return order.state() instanceof State.Refused(Rejection reason)
                ? error(422, reason.code(), reason.message())
                : Reply.json(status, DomesticJson.receipt(order));
    }

    private static Reply inquiry(Desk desk, Request request) {
        return desk.find(Counterparty.DOMESTIC_BANK, request.parameter("orderNo"))
                .map(order -> Reply.json(200, DomesticJson.status(order)))
                .orElseGet(() -> error(404, "UNKNOWN_ORDER", "no order was stored under this orderNo"));
    }

    private static Reply statement(Desk desk, Request request) {
        return desk.statement("B", request.parameter("account"), BusinessDate.parse(request.parameter("date")))
                .map(statement -> Reply.json(200, DomesticJson.statement(statement)))
                .orElseGet(() -> error(404, "ACCOUNT_UNKNOWN", "no such account"));
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(status, DomesticJson.error(code, message));
    }
}
