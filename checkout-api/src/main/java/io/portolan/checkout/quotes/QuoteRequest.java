package io.portolan.checkout.quotes;

import io.portolan.checkout.requests.Fields;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import java.util.Optional;

/** What a merchant wants to know the price of. */
sealed interface QuoteRequest {
    String SOURCE = "source";
    String DESTINATION = "destination";
    String AMOUNT = "amount";

    CurrencyPair pair();

    /** The JSON pointer of the amount that was given. */
    String amountPointer();

    /** The buyer is to pay this in all. */
    record BySource(Money source, CurrencyPair pair) implements QuoteRequest {
        @Override
        public String amountPointer() {
            return "/" + SOURCE + "/" + AMOUNT;
        }
    }

    /** The seller is to get this. */
    record ByDestination(Money destination, CurrencyPair pair) implements QuoteRequest {
        @Override
        public String amountPointer() {
            return "/" + DESTINATION + "/" + AMOUNT;
        }
    }

    /** Reads a request; all that is wrong is refused at once. */
    static QuoteRequest read(Fields fields) {
        Optional<Side> source = fields.object(SOURCE, Side::read);
        Optional<Side> destination = fields.object(DESTINATION, Side::read);
        fields.rejectUnknown();
        if (source.isPresent() && destination.isPresent()) {
            checkSides(source.get(), destination.get(), fields);
        }
        fields.errors().throwIfAny();
        return requestOf(source.orElseThrow(), destination.orElseThrow());
    }

    private static void checkSides(Side source, Side destination, Fields fields) {
        if (source.currency().isPresent() && source.currency().equals(destination.currency())) {
            fields.errors().add("/destination/currency", "currency-same", "Give another currency than the source's.");
        }
        if (source.hasAmount() && destination.hasAmount()) {
            fields.errors().add("/destination/amount", "one-amount", "Give one of the amounts; the other is computed.");
        }
        if (!source.hasAmount() && !destination.hasAmount()) {
            fields.errors().add("/source/amount", "one-amount", "Give this amount or the destination's.");
        }
    }

    private static QuoteRequest requestOf(Side source, Side destination) {
        Currency sold = source.currency().orElseThrow();
        Currency bought = destination.currency().orElseThrow();
        CurrencyPair pair = new CurrencyPair(sold, bought);
        return source.amount()
                .<QuoteRequest>map(amount -> new BySource(Money.of(sold, amount), pair))
                .orElseGet(() ->
                        new ByDestination(Money.of(bought, destination.amount().orElseThrow()), pair));
    }

    /** One side of the request as far as it could be read; an amount that is there may still be wrong. */
    record Side(Optional<Currency> currency, Optional<Long> amount, boolean hasAmount) {
        static Optional<Side> read(Fields fields) {
            Side side = new Side(fields.currency("currency"), fields.amount(AMOUNT), fields.has(AMOUNT));
            fields.rejectUnknown();
            return Optional.of(side);
        }
    }
}
