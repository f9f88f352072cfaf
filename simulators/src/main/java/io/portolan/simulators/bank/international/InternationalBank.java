package io.portolan.simulators.bank.international;

import io.portolan.simulators.callback.Callback;
import io.portolan.simulators.callback.RequestSigner;
import io.portolan.simulators.instruction.Counterparty;
import io.portolan.simulators.instruction.Fault;
import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.PayoutReturn;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.State;
import io.portolan.simulators.instruction.lifecycle.CallbackSource;
import io.portolan.simulators.instruction.lifecycle.InstructionIntake;
import io.portolan.simulators.instruction.lifecycle.IntakeResult;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.settings.Settings;
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
import java.util.function.Supplier;

/** Bank D. It pays sellers abroad from Portolan's accounts; its statements show the dealer's trades too. */
public final class InternationalBank implements CallbackSource {

    private static final Rejection NO_REASON = new Rejection("MS03", "no reason given");

    private final StrictXml xml = new StrictXml();
    private final InstantSource clock;
    private final InternationalSignature signature;
    private final PayoutRules rules;
    private final Supplier<Settings> settings;

    public InternationalBank(
            Credentials credentials, Repositories repositories, Supplier<Settings> settings, InstantSource clock) {
        this.clock = clock;
        this.signature = new InternationalSignature(credentials, clock);
        this.rules = new PayoutRules(repositories);
        this.settings = settings;
    }

    public RequestSigner signer() {
        return signature;
    }

    /** The endpoints of this bank, answered through the intake. */
    public List<HttpRoute> routes(InstructionIntake intake) {
        return List.of(
                new HttpRoute("POST", "/intl/payments", requireSignature(request -> payment(intake, request))),
                new HttpRoute("GET", "/intl/payments/status", requireSignature(request -> status(intake, request))),
                new HttpRoute(
                        "GET", "/intl/payments/return", requireSignature(request -> payoutReturns(intake, request))),
                new HttpRoute("GET", "/intl/statement", requireSignature(request -> statement(intake, request))));
    }

    @Override
    public Optional<Callback> callbackFor(Instruction payout, Instant at) {
        return Optional.of(settings.get().callbackUrl())
                .filter(url -> !url.isEmpty())
                .map(url -> new Callback(
                        Counterparty.INTERNATIONAL_BANK,
                        url + "/callbacks/D",
                        "application/xml",
                        StatusReport.of(payout, at)));
    }

    private Endpoint requireSignature(Endpoint endpoint) {
        return request -> {
            if (!signature.isValid(request)) {
                return Reply.text(401, "the signature is missing, expired or invalid");
            }
            try {
                return endpoint.answer(request);
            } catch (MalformedMessage e) {
                return Reply.text(400, e.reason());
            }
        };
    }

    private Reply payment(InstructionIntake intake, Request request) {
        var payout = Payout.parse(xml.parse(request.body()));
        return switch (intake.receive(payout.toInstructionRequest(), sql -> rules.decide(sql, payout))) {
            case IntakeResult.Stored(var stored) -> intake.replyWithFault(stored, () -> report(202, stored));
            case IntakeResult.Repeated(var known) -> report(200, known);
            case IntakeResult.Conflicting _ -> Reply.text(409, "this id was already used with different content");
        };
    }

    private Reply report(int status, Instruction payout) {
        return Reply.xml(
                payout.state() instanceof State.RejectedAtOnce ? 422 : status,
                StatusReport.of(asReported(payout), clock.instant()));
    }

    private Reply status(InstructionIntake intake, Request request) {
        return find(intake, request)
                .map(payout -> Reply.xml(200, StatusReport.of(asReported(payout), clock.instant())))
                .orElseGet(() -> Reply.text(404, "UNKNOWN_ID"));
    }

    /** The payout as inquiries see it: for one fault rejected, some time after it was settled. */
    private Instruction asReported(Instruction payout) {
        boolean contradicted = payout.fault() == Fault.REPORTED_REJECTED_LATER
                && payout.state()
                        .whenSettled()
                        .map(settledAt -> settledAt.plus(settings.get().returnAfter()))
                        .filter(from -> !clock.instant().isBefore(from))
                        .isPresent();
        return contradicted ? payout.withState(new State.RejectedLater(NO_REASON)) : payout;
    }

    private Reply payoutReturns(InstructionIntake intake, Request request) {
        return find(intake, request)
                .map(payout -> returnReply(payout, intake.returnsOf(payout)))
                .orElseGet(InternationalBank::notReturned);
    }

    private Reply returnReply(Instruction payout, List<PayoutReturn> returns) {
        return returns.isEmpty() ? notReturned() : Reply.xml(200, ReturnDocument.of(payout, returns, clock.instant()));
    }

    private static Reply notReturned() {
        return Reply.text(404, "NOT_RETURNED");
    }

    private Reply statement(InstructionIntake intake, Request request) {
        return intake.statement("D", request.parameter("account"), BusinessDate.parse(request.parameter("date")))
                .map(statement -> Reply.xml(200, StatementDocument.of(statement, clock.instant())))
                .orElseGet(() -> Reply.text(404, "UNKNOWN_ACCOUNT"));
    }

    private static Optional<Instruction> find(InstructionIntake intake, Request request) {
        return intake.find(Counterparty.INTERNATIONAL_BANK, request.parameter("id"));
    }
}
