package io.portolan.fx.firmrate;

import io.portolan.banks.http.InvalidResponse;
import io.portolan.banks.http.JsonFields;
import io.portolan.banks.http.Response;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request for a firm rate and what the dealer's response offers. An offer whose amounts do not follow from its rate
 * is invalid.
 */
record QuoteCodec(RateRequest request) {

    String json() {
        ObjectNode json = JsonFields.newObject();
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

    RateResponse read(Response response) throws InvalidResponse {
        return switch (response.status()) {
            case 201 -> new RateResponse.Offered(offer(response.json()));
            case 422 -> new RateResponse.Rejected(RejectionReasons.reasonFor(new ErrorResponse(response).code()));
            default -> throw response.unexpectedStatus();
        };
    }

    private FirmRate offer(JsonFields fields) throws InvalidResponse {
        CurrencyPair pair = request.pair();
        fields.get("sell_currency").requireEquals(pair.source().code());
        fields.get("buy_currency").requireEquals(pair.destination().code());
        Money sell = DealerFields.amount(fields, "sell_amount", pair.source());
        Money buy = DealerFields.amount(fields, "buy_amount", pair.destination());
        FxRate rate = DealerFields.rate(fields, pair);
        if (!isAsRequested(sell, buy)) {
            throw new InvalidResponse("the dealer's offer is for a different amount");
        }
        if (!isConsistent(sell, buy, rate)) {
            throw new InvalidResponse("the dealer's amounts do not follow from its rate");
        }
        return new FirmRate(
                fields.get("quote_id").identifier(),
                sell,
                buy,
                rate,
                fields.get("expires_at").time());
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
