package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.callback.Callback;
import io.portolan.simulators.callback.RequestSigner;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.State;
import io.portolan.simulators.instruction.lifecycle.CallbackSource;
import io.portolan.simulators.instruction.lifecycle.InstructionIntake;
import io.portolan.simulators.instruction.lifecycle.IntakeResult;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.signature.Credentials;
import io.portolan.simulators.wire.BusinessDate;
import io.portolan.simulators.wire.Endpoint;
import io.portolan.simulators.wire.HttpRoute;
import io.portolan.simulators.wire.MalformedMessage;
import io.portolan.simulators.wire.Reply;
import io.portolan.simulators.wire.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Bank B. It collects from buyers at other banks, refunds them, and transfers Portolan's funds to bank D. */
public final class DomesticBank implements CallbackSource {

    private static final String ORDERS = "/domestic/v1/orders";

    private final DomesticSignature signature;
    private final DomesticRules rules;

    public DomesticBank(Credentials credentials, Repositories repositories, InstantSource clock) {
        this.signature = new DomesticSignature(credentials, clock);
        this.rules = new DomesticRules(repositories);
    }

    public RequestSigner signer() {
        return signature;
    }

    /** The endpoints of this bank, answered through the intake. */
    public List<HttpRoute> routes(InstructionIntake intake) {
        return List.of(
                new HttpRoute("POST", ORDERS, requireSignature(request -> order(intake, request))),
                new HttpRoute("GET", ORDERS, requireSignature(request -> inquiry(intake, request))),
                new HttpRoute(
                        "GET", "/domestic/v1/statement", requireSignature(request -> statement(intake, request))));
    }

    @Override
    public Optional<Callback> callbackFor(Instruction order, Instant at) {
        var url = order.request().notifyUrl();
        return Optional.of(DomesticJson.callback(order, at).toString())
                .filter(_ -> !url.isEmpty())
                .map(body -> new Callback(Counterparty.DOMESTIC_BANK, url, "application/json", body));
    }

    private Endpoint requireSignature(Endpoint endpoint) {
        return request -> {
            if (!signature.isValid(request)) {
                return error(401, "SIGNATURE", "the signature is missing, expired, already used or invalid");
            }
            try {
                return endpoint.answer(request);
            } catch (MalformedMessage e) {
                return error(400, "MALFORMED", e.reason());
            }
        };
    }

    private Reply order(InstructionIntake intake, Request request) {
        var order = DomesticOrder.parse(request.body());
        return switch (intake.receive(order.toInstructionRequest(), sql -> rules.decide(sql, order))) {
            case IntakeResult.Stored(var stored) -> intake.replyWithFault(stored, () -> acknowledgement(202, stored));
            case IntakeResult.Repeated(var known) -> acknowledgement(200, known);
            case IntakeResult.Conflicting _ ->
                error(409, "DUPLICATE_ORDER", "this orderNo was already used with different content");
        };
    }

    private static Reply acknowledgement(int status, Instruction order) {
        return order.state() instanceof State.RejectedAtOnce(Rejection reason)
                ? error(422, reason.code(), reason.message())
                : Reply.json(status, DomesticJson.acknowledgement(order));
    }

    private static Reply inquiry(InstructionIntake intake, Request request) {
        return intake.find(Counterparty.DOMESTIC_BANK, request.parameter("orderNo"))
                .filter(DomesticBank::isShown)
                .map(order -> Reply.json(200, DomesticJson.status(order)))
                .orElseGet(() -> error(404, "UNKNOWN_ORDER", "no order with this orderNo"));
    }

    /** False for an order that the scenario keeps out of inquiries until it is booked. */
    private static boolean isShown(Instruction order) {
        return order.fault() != Fault.HIDDEN_UNTIL_BOOKED || !(order.state() instanceof State.Received);
    }

    private static Reply statement(InstructionIntake intake, Request request) {
        return intake.statement("B", request.parameter("account"), BusinessDate.parse(request.parameter("date")))
                .map(statement -> Reply.json(200, DomesticJson.statement(statement)))
                .orElseGet(() -> error(404, "ACCOUNT_UNKNOWN", "no such account"));
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(status, DomesticJson.error(code, message));
    }
}
