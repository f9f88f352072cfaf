package io.portolan.fx.firmrate;

import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import tools.jackson.databind.node.ObjectNode;

/** A request for a firm rate and what the dealer's answer offers. An offer whose amounts do not follow from its rate is refused. */
record QuoteCodec(RateRequest request) {

    String json() {
        ObjectNode json = JsonFields.MAPPER.createObjectNode();
        json.put("sell_currency", request.pair().source().code());
        json.put("buy_currency", request.pair().destination().code());
        switch (request) {
            case RateRequest.Selling selling ->
                json.put("sell_amount", selling.sell().minorUnits());
            case RateRequest.Buying buying ->
                json.put("buy_amount", buying.buy().minorUnits());
        }
        if (request.reference() != null) {
            json.put("reference", request.reference());
        }
        return json.toString();
    }

    RateResponse read(Response answer) throws InvalidResponse {
        return switch (answer.status()) {
            case 201 -> new RateResponse.Offered(offer(answer.json()));
            case 422 -> new RateResponse.Rejected(RejectionReasons.reasonFor(answer.errorCode()));
            default -> throw answer.unexpectedStatus();
        };
    }

    private FirmRate offer(JsonFields fields) throws InvalidResponse {
        CurrencyPair pair = request.pair();
        fields.requireEquals("sell_currency", pair.source().code());
        fields.requireEquals("buy_currency", pair.destination().code());
        Money sell = fields.amount("sell_amount", pair.source());
        Money buy = fields.amount("buy_amount", pair.destination());
        FxRate rate = fields.rate("rate", pair);
        if (!isAsRequested(sell, buy)) {
            throw new InvalidResponse("the dealer offers another amount than we asked for");
        }
        if (!isConsistent(sell, buy, rate)) {
            throw new InvalidResponse("the dealer's amounts do not follow from its rate");
        }
        return new FirmRate(fields.identifier("quote_id"), sell, buy, rate, fields.time("expires_at"));
    }

    private boolean isAsRequested(Money sell, Money buy) {
        return switch (request) {
            case RateRequest.Selling selling -> sell.equals(selling.sell());
            case RateRequest.Buying buying -> buy.equals(buying.buy());
        };
    }

    private boolean isConsistent(Money sell, Money buy, FxRate rate) {
        try {
            return switch (request) {
                case RateRequest.Selling _ -> rate.convert(sell).equals(buy);
                case RateRequest.Buying _ -> rate.sourceFor(buy).equals(sell);
            };
        } catch (ArithmeticException e) {
            // A rate so high that no amount could hold it.
            return false;
        }
    }
}
