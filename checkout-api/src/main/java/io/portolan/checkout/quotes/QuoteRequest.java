package io.portolan.checkout.quotes;

import io.portolan.domain.input.Input;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.Violation;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request for a quote, by source or by destination amount. */
sealed interface QuoteRequest {
    String SOURCE = "source";
    String DESTINATION = "destination";
    String CURRENCY = "currency";
    String AMOUNT = "amount";

    /** A currency, possibly with an amount of it. */
    ObjectRule SIDE_RULE = ObjectRule.empty().required(CURRENCY, Currency.CODE).optional(AMOUNT, Money.AMOUNT);

    ObjectRule RULE = ObjectRule.empty()
            .required(SOURCE, SIDE_RULE)
            .required(DESTINATION, SIDE_RULE)
            .comparing(QuoteRequest::compareSides);

    CurrencyPair pair();

    /** The JSON pointer of the amount that was given. */
    String amountPointer();

    /** The buyer pays this in total, fee included. */
    record BySource(Money source, CurrencyPair pair) implements QuoteRequest {
        @Override
        public String amountPointer() {
            return "/source/amount";
        }
    }

    /** The seller receives this. */
    record ByDestination(Money destination, CurrencyPair pair) implements QuoteRequest {
        @Override
        public String amountPointer() {
            return "/destination/amount";
        }
    }

    /** The request of an input that was checked by {@link #RULE}. */
    static QuoteRequest of(Input input) {
        Input source = input.requireObject(SOURCE);
        Input destination = input.requireObject(DESTINATION);
        CurrencyPair pair = CurrencyPair.of(source.requireText(CURRENCY), destination.requireText(CURRENCY));
        return source.number(AMOUNT)
                .<QuoteRequest>map(amount -> new BySource(Money.of(pair.source(), amount), pair))
                .orElseGet(() -> new ByDestination(
                        Money.of(pair.destination(), destination.number(AMOUNT).orElseThrow()), pair));
    }

    private static List<Violation> compareSides(Input input) {
        return input.object(SOURCE)
                .flatMap(source -> input.object(DESTINATION).map(destination -> compare(source, destination)))
                .orElse(List.of());
    }

    private static List<Violation> compare(Input source, Input destination) {
        List<Violation> violations = new ArrayList<>();
        Optional<String> currency = source.text(CURRENCY).filter(Currency.CODE::isMetBy);
        if (currency.isPresent() && currency.equals(destination.text(CURRENCY))) {
            violations.add(
                    new Violation("/destination/currency", "currency-same", "Must differ from the source currency."));
        }
        if (source.has(AMOUNT) && destination.has(AMOUNT)) {
            violations.add(new Violation(
                    "/destination/amount",
                    "amount-exclusive",
                    "Give only one of the two amounts; the other is computed."));
        }
        if (!source.has(AMOUNT) && !destination.has(AMOUNT)) {
            violations.add(new Violation(
                    "/source/amount", "amount-exclusive", "Give either this amount or the destination amount."));
        }
        return violations;
    }
}
