package io.portolan.checkout.quotes;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemException;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesk;
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

/** Prices a quote request: applies the corridor's limits and fee, and asks the dealer for a firm rate on the rest. */
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

    Quote price(MerchantId merchant, QuoteRequest request) {
        Corridor corridor = corridors.find(request.pair()).orElseThrow(Pricing::pairNotServed);
        return switch (request) {
            case QuoteRequest.BySource bySource -> quoteForSource(merchant, bySource, corridor);
            case QuoteRequest.ByDestination byDestination -> quoteForDestination(merchant, byDestination, corridor);
        };
    }

    private Quote quoteForSource(MerchantId merchant, QuoteRequest.BySource request, Corridor corridor) {
        requireWithinLimits(request.source(), corridor, request);
        Money fee = corridor.feeOf(request.source());
        Money net = request.source().minus(fee);
        FirmRate firm =
                requestRate(new RateRequest.Selling(net, request.pair().destination(), null), request, corridor);
        return quote(merchant, request.source(), firm);
    }

    private Quote quoteForDestination(MerchantId merchant, QuoteRequest.ByDestination request, Corridor corridor) {
        FirmRate firm = requestRate(
                new RateRequest.Buying(request.pair().source(), request.destination(), null), request, corridor);
        if (firm.sell().compareTo(corridor.maximum()) > 0) {
            throw aboveMaximum(corridor, request);
        }
        Money source = corridor.sourceFor(firm.sell());
        requireWithinLimits(source, corridor, request);
        return quote(merchant, source, firm);
    }

    private Quote quote(MerchantId merchant, Money source, FirmRate firm) {
        return new Quote(QuoteId.next(), merchant, source, source.minus(firm.sell()), firm, clock.instant());
    }

    private FirmRate requestRate(RateRequest rateRequest, QuoteRequest request, Corridor corridor) {
        return switch (preferredDealer(corridor).quote(rateRequest)) {
            case RateResponse.Offered(FirmRate rate) -> requireUnexpired(rate);
            case RateResponse.Rejected rejected -> {
                String detail =
                        "The dealer rejected the request: " + rejected.reason().detail();
                throw ProblemException.of(
                        ProblemType.QUOTE_REJECTED,
                        FieldError.inBody(request.amountPointer(), "dealer-rejected", detail));
            }
            case RateResponse.Unavailable unavailable -> {
                LOG.warn("No rate for {}: {}", rateRequest.pair(), unavailable.detail());
                throw unavailable();
            }
        };
    }

    /** The one with whom the first plan trades the quoted rate. */
    private FxDesk preferredDealer(Corridor corridor) {
        return desks.desk(corridor.route().dealers().getFirst());
    }

    private FirmRate requireUnexpired(FirmRate rate) {
        Instant now = clock.instant();
        if (!rate.expiresAt().isAfter(now)) {
            LOG.warn(
                    "The dealer sent a rate for {} that expired at {}",
                    rate.rate().pair(),
                    rate.expiresAt());
            throw unavailable();
        }
        return rate;
    }

    private static void requireWithinLimits(Money source, Corridor corridor, QuoteRequest request) {
        if (source.compareTo(corridor.minimum()) < 0) {
            String detail = "The source amount must be at least %s.".formatted(corridor.minimum());
            throw ProblemException.invalid(
                    List.of(FieldError.inBody(request.amountPointer(), "amount-minimum", detail)));
        }
        if (source.compareTo(corridor.maximum()) > 0) {
            throw aboveMaximum(corridor, request);
        }
    }

    private static ProblemException aboveMaximum(Corridor corridor, QuoteRequest request) {
        String detail = "The source amount must be at most %s.".formatted(corridor.maximum());
        return ProblemException.invalid(List.of(FieldError.inBody(request.amountPointer(), "amount-maximum", detail)));
    }

    private static ProblemException pairNotServed() {
        String detail = "This currency pair is not supported; see GET /v1/corridors.";
        return ProblemException.invalid(
                List.of(FieldError.inBody("/destination/currency", "corridor-unserved", detail)));
    }

    private static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, "No rate is available at the moment.")
                .withRetryAfter(RETRY_AFTER);
    }
}
