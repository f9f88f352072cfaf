package io.portolan.fx.dealer;

import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.RateAnswer;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.FxRate;
import io.portolan.domain.money.Money;
import tools.jackson.databind.node.ObjectNode;

/** A request for a firm rate and what the dealer's answer offers. An offer whose amounts do not follow from its rate is refused. */
record QuoteExchange(RateRequest request) {

    String json() {
        ObjectNode json = JsonFields.JSON.createObjectNode();
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

    RateAnswer read(Answer answer) throws Untrustworthy {
        return switch (answer.status()) {
            case 201 -> new RateAnswer.Offered(offer(answer.fields()));
            case 422 -> new RateAnswer.Declined(Refusal.of(answer.code()));
            default -> throw answer.unexpected();
        };
    }

    private FirmRate offer(JsonFields fields) throws Untrustworthy {
        CurrencyPair pair = request.pair();
        fields.expect("sell_currency", pair.source().code());
        fields.expect("buy_currency", pair.destination().code());
        Money sell = fields.amount("sell_amount", pair.source());
        Money buy = fields.amount("buy_amount", pair.destination());
        FxRate rate = fields.rate("rate", pair);
        if (!isAsked(sell, buy)) {
            throw new Untrustworthy("the dealer offers another amount than we asked for");
        }
        if (!follows(sell, buy, rate)) {
            throw new Untrustworthy("the dealer's amounts do not follow from its rate");
        }
        return new FirmRate(fields.word("quote_id"), sell, buy, rate, fields.time("expires_at"));
    }

    private boolean isAsked(Money sell, Money buy) {
        return switch (request) {
            case RateRequest.Selling selling -> sell.equals(selling.sell());
            case RateRequest.Buying buying -> buy.equals(buying.buy());
        };
    }

    private boolean follows(Money sell, Money buy, FxRate rate) {
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
