package io.portolan.checkout.payments;

import io.portolan.checkout.problems.FieldError;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.fx.Quotes;
import io.portolan.domain.identity.MerchantId;
import io.portolan.domain.money.CurrencyPair;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether a quote can pay now. Whether it has paid already, only adding the payment shows. */
@Component
final class QuoteBook {
    private static final String POINTER = "/quote";

    private final Quotes quotes;
    private final Corridors corridors;

    QuoteBook(Quotes quotes, Corridors corridors) {
        this.quotes = quotes;
        this.corridors = corridors;
    }

    /** What the book says of a quote. */
    sealed interface Page {
        /** What is wrong with it, if anything. */
        Optional<FieldError> error();
    }

    /** The quote can pay, over this corridor. */
    record Good(Quote quote, Corridor corridor) implements Page {
        @Override
        public Optional<FieldError> error() {
            return Optional.empty();
        }
    }

    /** The quote cannot pay. */
    record Bad(FieldError complaint) implements Page {
        static Bad of(String rule, String detail) {
            return new Bad(FieldError.at(POINTER, rule, detail));
        }

        @Override
        public Optional<FieldError> error() {
            return Optional.of(complaint);
        }
    }

    Page find(MerchantId merchant, QuoteId id, Instant now) {
        return quotes.find(merchant, id)
                .map(quote -> judge(quote, now))
                .orElseGet(() -> Bad.of("quote-unknown", "You have no quote with this id."));
    }

    private Page judge(Quote quote, Instant now) {
        if (quote.isExpiredAt(now)) {
            return Bad.of("quote-expired", "The quote has expired; ask for a new one.");
        }
        CurrencyPair pair = quote.firm().rate().pair();
        return corridors
                .find(pair)
                .<Page>map(corridor -> new Good(quote, corridor))
                .orElseGet(() -> Bad.of("corridor-unserved", pair + " is no longer served."));
    }
}
