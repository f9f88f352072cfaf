package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Fingerprint;
import io.portolan.simulators.instruction.InstructionRequest;
import io.portolan.simulators.wire.IdempotencyKey;
import io.portolan.simulators.wire.JsonFields;
import io.portolan.simulators.wire.Request;

/** A request to trade at a quote, under the client's own id. */
record TradeRequest(String key, String quoteId, String reference) {

    private static final int MAX_KEY_LENGTH = 64;

    static TradeRequest parse(Request request) {
        var fields = JsonFields.parse(request.body());
        var trade = new TradeRequest(
                IdempotencyKey.parse(request.header("Client-Trade-Id").orElse(""), MAX_KEY_LENGTH),
                fields.text("quote_id"),
                fields.optionalText("reference").orElse(""));
        fields.rejectUnknown();
        return trade;
    }

    InstructionRequest toInstructionRequest(Dealer dealer, Quote quote) {
        return new InstructionRequest(
                dealer.kind(), key, Fingerprint.of(quoteId, reference), quoteId, "", quote.transfers());
    }
}
