package io.portolan.simulators.bank.international;

import io.portolan.simulators.callback.Counterparty;
import io.portolan.simulators.callback.Message;
import io.portolan.simulators.callback.Seal;
import io.portolan.simulators.instruction.Announcements;
import io.portolan.simulators.instruction.Books;
import io.portolan.simulators.instruction.Desk;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.PayoutReturn;
import io.portolan.simulators.instruction.Receipt;
import io.portolan.simulators.instruction.State;
import io.portolan.simulators.settings.Settings;
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
import java.util.function.Supplier;

/** Bank D. It pays sellers abroad from our accounts, and keeps the statements that the dealer's trades appear in too. */
public final class InternationalBank implements Announcements {

    private final StrictXml xml = new StrictXml();
    private final InstantSource clock;
    private final BankSignature signature;
    private final PayoutRules rules;
    private final Supplier<Settings> settings;

    public InternationalBank(Keys keys, Books books, Supplier<Settings> settings, InstantSource clock) {
        this.clock = clock;
        this.signature = new BankSignature(keys, clock);
        this.rules = new PayoutRules(books.accounts());
        this.settings = settings;
    }

    public Seal seal() {
        return signature;
    }

    /** The endpoints of this bank, answered with the help of the desk. */
    public List<Route> routes(Desk desk) {
        return List.of(
                new Route("POST", "/intl/payments", signed(request -> payment(desk, request))),
                new Route("GET", "/intl/payments/status", signed(request -> status(desk, request))),
                new Route("GET", "/intl/payments/return", signed(request -> returned(desk, request))),
                new Route("GET", "/intl/statement", signed(request -> statement(desk, request))));
    }

    @Override
    public Optional<Message> about(Instruction payout, Instant at) {
        return Optional.of(settings.get().callbacks())
                .filter(address -> !address.isEmpty())
                .map(address -> new Message(
                        Counterparty.INTERNATIONAL_BANK,
                        address + "/callbacks/international",
                        "application/xml",
                        StatusReport.of(payout, at)));
    }

    private Endpoint signed(Endpoint endpoint) {
        return request -> {
            if (!signature.isValid(request)) {
                return Reply.text(401, "the signature is missing, stale or wrong");
            }
            try {
                return endpoint.answer(request);
            } catch (Malformed broken) {
                return Reply.text(400, broken.why());
            }
        };
    }

    private Reply payment(Desk desk, Request request) {
        var payout = Payout.parse(xml.parse(request.body()));
        return switch (desk.receive(payout.draft(), sql -> rules.plan(sql, payout))) {
            case Receipt.Stored(var stored) -> desk.misbehaving(stored, () -> report(202, stored));
            case Receipt.Repeated(var known) -> report(200, known);
            case Receipt.Conflicting _ -> Reply.text(409, "this id was used with other content");
        };
    }

    private Reply report(int status, Instruction payout) {
        return Reply.xml(
                payout.state() instanceof State.Refused ? 422 : status, StatusReport.of(payout, clock.instant()));
    }

    private Reply status(Desk desk, Request request) {
        return find(desk, request)
                .map(payout -> Reply.xml(200, StatusReport.of(payout, clock.instant())))
                .orElseGet(() -> Reply.text(404, "UNKNOWN_ID"));
    }

    private static Reply returned(Desk desk, Request request) {
        return find(desk, request)
                .flatMap(PayoutReturn::of)
                .map(returned -> Reply.xml(200, ReturnDocument.of(returned)))
                .orElseGet(() -> Reply.text(404, "NOT_RETURNED"));
    }

    private Reply statement(Desk desk, Request request) {
        return desk.statement("D", request.parameter("account"), BusinessDate.parse(request.parameter("date")))
                .map(statement -> Reply.xml(200, StatementDocument.of(statement, clock.instant())))
                .orElseGet(() -> Reply.text(404, "UNKNOWN_ACCOUNT"));
    }

    private static Optional<Instruction> find(Desk desk, Request request) {
        return desk.find(Counterparty.INTERNATIONAL_BANK, request.parameter("id"));
    }
}
