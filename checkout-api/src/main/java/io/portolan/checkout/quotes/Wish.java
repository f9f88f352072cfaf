package io.portolan.checkout.quotes;

import io.portolan.checkout.requests.Fields;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.CurrencyPair;
import io.portolan.domain.money.Money;
import java.util.Optional;

/** What a merchant wants to know the price of. */
sealed interface Wish {
    String SOURCE = "source";
    String DESTINATION = "destination";
    String AMOUNT = "amount";

    CurrencyPair pair();

    /** The JSON pointer of the amount that was given. */
    String pointer();

    /** The buyer is to pay this in all. */
    record Paying(Money source, CurrencyPair pair) implements Wish {
        @Override
        public String pointer() {
            return "/" + SOURCE + "/" + AMOUNT;
        }
    }

    /** The seller is to get this. */
    record Getting(Money destination, CurrencyPair pair) implements Wish {
        @Override
        public String pointer() {
            return "/" + DESTINATION + "/" + AMOUNT;
        }
    }

    /** Reads a request; all that is wrong is refused at once. */
    static Wish read(Fields fields) {
        Optional<Side> source = fields.object(SOURCE, Side::read);
        Optional<Side> destination = fields.object(DESTINATION, Side::read);
        fields.nothingElse();
        if (source.isPresent() && destination.isPresent()) {
            compare(source.get(), destination.get(), fields);
        }
        fields.complaints().refuseIfAny();
        return wish(source.orElseThrow(), destination.orElseThrow());
    }

    private static void compare(Side source, Side destination, Fields fields) {
        if (source.currency().isPresent() && source.currency().equals(destination.currency())) {
            fields.complaints()
                    .note("/destination/currency", "currency-same", "Give another currency than the source's.");
        }
        if (source.hasAmount() && destination.hasAmount()) {
            fields.complaints()
                    .note("/destination/amount", "one-amount", "Give one of the amounts; the other is computed.");
        }
        if (!source.hasAmount() && !destination.hasAmount()) {
            fields.complaints().note("/source/amount", "one-amount", "Give this amount or the destination's.");
        }
    }

    private static Wish wish(Side source, Side destination) {
        Currency sold = source.currency().orElseThrow();
        Currency bought = destination.currency().orElseThrow();
        CurrencyPair pair = new CurrencyPair(sold, bought);
        return source.amount()
                .<Wish>map(amount -> new Paying(Money.of(sold, amount), pair))
                .orElseGet(
                        () -> new Getting(Money.of(bought, destination.amount().orElseThrow()), pair));
    }

    /** One side of the request as far as it could be read; an amount that is there may still be wrong. */
    record Side(Optional<Currency> currency, Optional<Long> amount, boolean hasAmount) {
        static Optional<Side> read(Fields fields) {
            Side side = new Side(fields.currency("currency"), fields.amount(AMOUNT), fields.has(AMOUNT));
            fields.nothingElse();
            return Optional.of(side);
        }
    }
}
