package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Draft;
import io.portolan.simulators.instruction.Fingerprint;
import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.wire.JsonFields;
import io.portolan.simulators.wire.Key;
import io.portolan.simulators.wire.Request;

/** A wish to trade at a quote, under the client's own id. */
record TradeRequest(String key, String quoteId, String reference) {

    private static final int LONGEST_KEY = 64;

    static TradeRequest parse(Request request) {
        var fields = JsonFields.parse(request.body());
        var trade = new TradeRequest(
                Key.checked(request.header("Client-Trade-Id").orElse(""), LONGEST_KEY),
                fields.text("quote_id"),
                fields.optionalText("reference").orElse(""));
        fields.nothingElse();
        return trade;
    }

    Draft draft(Quote quote) {
        return new Draft(Kind.FX, key, Fingerprint.of(quoteId, reference), quoteId, "", quote.movements());
    }
}
