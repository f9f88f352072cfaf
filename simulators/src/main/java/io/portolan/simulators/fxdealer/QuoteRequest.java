package io.portolan.simulators.fxdealer;

import io.portolan.simulators.money.Currency;
import io.portolan.simulators.money.Money;
import io.portolan.simulators.wire.JsonFields;
import io.portolan.simulators.wire.MalformedMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A request for a quote, with exactly one of the two amounts. */
record QuoteRequest(
        String sellCurrency,
        String buyCurrency,
        Optional<Long> sellAmount,
        Optional<Long> buyAmount,
        String reference) {

    static QuoteRequest parse(byte[] body) {
        var fields = JsonFields.parse(body);
        var request = new QuoteRequest(
                fields.text("sell_currency"),
                fields.text("buy_currency"),
                fields.optionalLong("sell_amount"),
                fields.optionalLong("buy_amount"),
                fields.optionalText("reference").orElse(""));
        fields.rejectUnknown();
        if (request.sellAmount.isPresent() == request.buyAmount.isPresent()) {
            throw new MalformedMessage("give exactly one of sell_amount and buy_amount");
        }
        return request;
    }

    Quote quote(Dealer dealer, Instant expiresAt) {
        var pair = new CurrencyPair(currency(sellCurrency), currency(buyCurrency));
        var rate = MidRates.of(pair)
                .map(mid -> DealerScenarios.hasMarketMoved(dealer, reference) ? Rate.afterAdverseMove(mid) : mid)
                .map(mid -> Rate.ofMid(mid, dealer))
                .orElseThrow(QuoteRequest::notServed);
        var sell = sellAmount
                .map(given -> money(pair.sell(), given))
                .or(() -> rate.sellAmount(money(pair.buy(), buyAmount.orElseThrow()), pair.sell()))
                .orElseThrow(QuoteRequest::outOfRange);
        var buy = buyAmount
                .map(given -> money(pair.buy(), given))
                .or(() -> rate.buyAmount(sell, pair.buy()))
                .orElseThrow(QuoteRequest::outOfRange);
        return new Quote(dealer.quotePrefix() + UUID.randomUUID(), sell, buy, rate, reference, expiresAt);
    }

    private static Currency currency(String code) {
        return Currency.of(code).orElseThrow(QuoteRequest::notServed);
    }

    private static Money money(Currency currency, long minorUnits) {
        if (!Rate.isInRange(minorUnits)) {
            throw outOfRange();
        }
        return new Money(currency, minorUnits);
    }

    private static RejectedRequest notServed() {
        return new RejectedRequest(422, "pair_not_served");
    }

    private static RejectedRequest outOfRange() {
        return new RejectedRequest(422, "amount_out_of_range");
    }
}
