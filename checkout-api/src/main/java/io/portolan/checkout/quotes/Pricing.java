package io.portolan.checkout.quotes;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesks;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.fx.RateResponse;
import io.portolan.domain.ids.MerchantId;
import io.portolan.domain.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a quote of a wish: the corridor's limits and fee, and the dealer's firm rate for the rest. */
@Component
final class Pricing {
    private static final Logger LOG = LoggerFactory.getLogger(Pricing.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Corridors corridors;
    private final FxDesks desks;
    private final Clock clock;

    Pricing(Corridors corridors, FxDesks desks, Clock clock) {
        this.corridors = corridors;
        this.desks = desks;
        this.clock = clock;
    }

    Quote price(MerchantId merchant, QuoteRequest wish) {
        Corridor corridor = corridors.find(wish.pair()).orElseThrow(Pricing::pairNotServed);
        return switch (wish) {
            case QuoteRequest.BySource paying -> quoteForSource(merchant, paying, corridor);
            case QuoteRequest.ByDestination getting -> quoteForDestination(merchant, getting, corridor);
        };
    }

    private Quote quoteForSource(MerchantId merchant, QuoteRequest.BySource wish, Corridor corridor) {
        requireWithinLimits(wish.source(), corridor, wish);
        Money fee = corridor.feeOf(wish.source());
        Money net = wish.source().minus(fee);
        FirmRate firm = requestRate(new RateRequest.Selling(net, wish.pair().destination(), null), wish, corridor);
        return quote(merchant, wish.source(), firm);
    }

    private Quote quoteForDestination(MerchantId merchant, QuoteRequest.ByDestination wish, Corridor corridor) {
        FirmRate firm =
                requestRate(new RateRequest.Buying(wish.pair().source(), wish.destination(), null), wish, corridor);
        if (firm.sell().compareTo(corridor.maximum()) > 0) {
            throw aboveMaximum(corridor, wish);
        }
        Money source = corridor.sourceFor(firm.sell());
        requireWithinLimits(source, corridor, wish);
        return quote(merchant, source, firm);
    }

    private Quote quote(MerchantId merchant, Money source, FirmRate firm) {
        return new Quote(QuoteId.next(), merchant, source, source.minus(firm.sell()), firm, clock.instant());
    }

    private FirmRate requestRate(RateRequest request, QuoteRequest wish, Corridor corridor) {
        return switch (desks.at(corridor.route().dealerSource().bank()).quote(request)) {
            case RateResponse.Offered(FirmRate rate) -> requireUnexpired(rate);
            case RateResponse.Rejected declined -> {
                String detail = "The dealer declined: " + declined.reason().detail();
                throw ProblemException.of(
                        ProblemType.QUOTE_REJECTED, FieldError.inBody(wish.amountPointer(), "dealer-declined", detail));
            }
            case RateResponse.Unavailable unavailable -> {
                LOG.warn("No rate for {}: {}", request.pair(), unavailable.detail());
                throw unavailable();
            }
        };
    }

    private FirmRate requireUnexpired(FirmRate rate) {
        Instant now = clock.instant();
        if (!rate.expiresAt().isAfter(now)) {
            LOG.warn("A rate for {} came expired since {}", rate.rate().pair(), rate.expiresAt());
            throw unavailable();
        }
        return rate;
    }

    private static void requireWithinLimits(Money source, Corridor corridor, QuoteRequest wish) {
        if (source.compareTo(corridor.minimum()) < 0) {
            String detail = "The source amount has to be at least %s.".formatted(corridor.minimum());
            throw ProblemException.invalid(List.of(FieldError.inBody(wish.amountPointer(), "amount-minimum", detail)));
        }
        if (source.compareTo(corridor.maximum()) > 0) {
            throw aboveMaximum(corridor, wish);
        }
    }

    private static ProblemException aboveMaximum(Corridor corridor, QuoteRequest wish) {
        String detail = "The source amount can be at most %s.".formatted(corridor.maximum());
        return ProblemException.invalid(List.of(FieldError.inBody(wish.amountPointer(), "amount-maximum", detail)));
    }

    private static ProblemException pairNotServed() {
        String detail = "This pair is not served; GET /v1/corridors lists those that are.";
        return ProblemException.invalid(
                List.of(FieldError.inBody("/destination/currency", "corridor-unserved", detail)));
    }

    private static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, "The dealer gives no rate at the moment.")
                .withRetryAfter(RETRY_AFTER);
    }
}
