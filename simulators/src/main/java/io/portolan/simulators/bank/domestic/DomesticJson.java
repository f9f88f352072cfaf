package io.portolan.simulators.bank.domestic;

import io.portolan.simulators.instruction.Instruction;
import io.portolan.simulators.instruction.State;
import io.portolan.simulators.instruction.statement.Statement;
import io.portolan.simulators.instruction.statement.Statement.StatementLine;
import io.portolan.simulators.wire.JsonText;
import io.portolan.simulators.wire.Rfc3339;
import java.time.Instant;
import java.util.UUID;

/** Writes the domestic bank's responses and callbacks. */
final class DomesticJson {

    private DomesticJson() {}

    static JsonText error(String code, String message) {
        return new JsonText().with("code", code).with("message", message);
    }

    static JsonText acknowledgement(Instruction order) {
        return new JsonText()
                .with("orderNo", order.key())
                .with("bankReference", order.reference())
                .with("state", state(order));
    }

    static JsonText status(Instruction order) {
        var state = order.state();
        return new JsonText()
                .with("orderNo", order.key())
                .with("bankReference", order.reference())
                .with("kind", order.request().kind().name())
                .with("amount", order.money().decimal())
                .with("currency", order.money().currency().name())
                .with("state", state(order))
                .withTime("bookedAt", state.whenBooked())
                .withTime("settledAt", state.whenSettled())
                .withObject("rejection", state.whyRejected().map(reason -> error(reason.code(), reason.message())));
    }

    static JsonText statement(Statement statement) {
        return new JsonText()
                .with("account", statement.account())
                .with("currency", statement.currency().name())
                .with("date", statement.date().toString())
                .with("openingBalance", statement.openingBalance().decimal())
                .with("closingBalance", statement.closingBalance().decimal())
                .with(
                        "lines",
                        statement.lines().stream().map(DomesticJson::line).toList());
    }

    static JsonText callback(Instruction order, Instant at) {
        return new JsonText()
                .with("eventId", UUID.randomUUID().toString())
                .with("orderNo", order.key())
                .with("bankReference", order.reference())
                .with("state", state(order))
                .with("occurredAt", Rfc3339.text(at));
    }

    private static JsonText line(StatementLine line) {
        return new JsonText()
                .with("lineNo", line.number())
                .with("orderNo", line.key())
                .with("bankReference", line.reference())
                .with("kind", line.purpose())
                .with("direction", line.direction().name())
                .with("amount", line.money().decimal())
                .with("bookedAt", Rfc3339.text(line.bookedAt()))
                .withTime("settledAt", line.state().whenSettled());
    }

    private static String state(Instruction order) {
        return switch (order.state()) {
            case State.Received _ -> "RECEIVED";
            case State.Booked _, State.Settled _, State.Returned _ -> "BOOKED";
            case State.RejectedAtOnce _, State.RejectedLater _ -> "REJECTED";
        };
    }
}
