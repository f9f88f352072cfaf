package io.portolan.checkout.payments.intake;

import io.portolan.checkout.problems.FieldError;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.fx.Quotes;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.money.CurrencyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks whether a quote can be used now. Whether it has already been used shows only when the payment is added. */
@Component
final class QuoteCheck {
    static final String POINTER = "/quote";

    private final Quotes quotes;
    private final Corridors corridors;
    private final Clock clock;

    QuoteCheck(Quotes quotes, Corridors corridors, Clock clock) {
        this.quotes = quotes;
        this.corridors = corridors;
        this.clock = clock;
    }

    /** Whether a quote can be used. */
    sealed interface Usability {
        /** What is wrong with it, if anything. */
        Optional<FieldError> error();
    }

    /** The quote can be used at this time, over this corridor. */
    record Usable(Quote quote, Corridor corridor, Instant at) implements Usability {
        @Override
        public Optional<FieldError> error() {
            return Optional.empty();
        }
    }

    /** The quote cannot be used. */
    record Unusable(FieldError fieldError) implements Usability {
        static Unusable of(String rule, String detail) {
            return new Unusable(FieldError.inBody(POINTER, rule, detail));
        }

        @Override
        public Optional<FieldError> error() {
            return Optional.of(fieldError);
        }
    }

    Usability check(MerchantId merchant, QuoteId id) {
        return quotes.find(merchant, id)
                .map(quote -> checkFound(quote, clock.instant()))
                .orElseGet(() -> Unusable.of("quote-unknown", "You have no quote with this id."));
    }

    private Usability checkFound(Quote quote, Instant now) {
        if (quote.isExpiredAt(now)) {
            return Unusable.of("quote-expired", "The quote has expired; request a new one.");
        }
        CurrencyPair pair = quote.firmRate().rate().pair();
        return corridors
                .find(pair)
                .<Usability>map(corridor -> new Usable(quote, corridor, now))
                .orElseGet(() -> Unusable.of("corridor-unserved", pair + " is no longer supported."));
    }
}
