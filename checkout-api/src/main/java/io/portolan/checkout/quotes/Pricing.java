package io.portolan.checkout.quotes;

import io.portolan.checkout.problems.FieldError;
import io.portolan.checkout.problems.ProblemType;
import io.portolan.checkout.problems.Refusal;
import io.portolan.domain.corridor.Corridor;
import io.portolan.domain.corridor.Corridors;
import io.portolan.domain.fx.FirmRate;
import io.portolan.domain.fx.FxDesk;
import io.portolan.domain.fx.Quote;
import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.fx.RateAnswer;
import io.portolan.domain.fx.RateRequest;
import io.portolan.domain.identity.MerchantId;
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
    private static final Duration BREATH = Duration.ofSeconds(5);

    private final Corridors corridors;
    private final FxDesk desk;
    private final Clock clock;

    Pricing(Corridors corridors, FxDesk desk, Clock clock) {
        this.corridors = corridors;
        this.desk = desk;
        this.clock = clock;
    }

    Quote price(MerchantId merchant, Wish wish) {
        Corridor corridor = corridors.find(wish.pair()).orElseThrow(Pricing::unserved);
        return switch (wish) {
            case Wish.Paying paying -> pay(merchant, paying, corridor);
            case Wish.Getting getting -> get(merchant, getting, corridor);
        };
    }

    private Quote pay(MerchantId merchant, Wish.Paying wish, Corridor corridor) {
        requireWithinLimits(wish.source(), corridor, wish);
        Money fee = corridor.feeOf(wish.source());
        Money net = wish.source().minus(fee);
        FirmRate firm = ask(new RateRequest.Selling(net, wish.pair().destination(), null), wish);
        return quote(merchant, wish.source(), firm);
    }

    private Quote get(MerchantId merchant, Wish.Getting wish, Corridor corridor) {
        FirmRate firm = ask(new RateRequest.Buying(wish.pair().source(), wish.destination(), null), wish);
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

    private FirmRate ask(RateRequest request, Wish wish) {
        return switch (desk.quote(request)) {
            case RateAnswer.Offered(FirmRate rate) -> stillGood(rate);
            case RateAnswer.Declined declined -> {
                String detail = "The dealer declined: " + declined.reason().detail();
                throw Refusal.of(ProblemType.QUOTE_DECLINED, FieldError.at(wish.pointer(), "dealer-declined", detail));
            }
            case RateAnswer.Unavailable unavailable -> {
                LOG.warn("No rate for {}: {}", request.pair(), unavailable.detail());
                throw unavailable();
            }
        };
    }

    private FirmRate stillGood(FirmRate rate) {
        Instant now = clock.instant();
        if (!rate.expiresAt().isAfter(now)) {
            LOG.warn("A rate for {} came expired since {}", rate.rate().pair(), rate.expiresAt());
            throw unavailable();
        }
        return rate;
    }

    private static void requireWithinLimits(Money source, Corridor corridor, Wish wish) {
        if (source.compareTo(corridor.minimum()) < 0) {
            String detail = "The source amount has to be at least %s.".formatted(corridor.minimum());
            throw Refusal.invalid(List.of(FieldError.at(wish.pointer(), "amount-minimum", detail)));
        }
        if (source.compareTo(corridor.maximum()) > 0) {
            throw aboveMaximum(corridor, wish);
        }
    }

    private static Refusal aboveMaximum(Corridor corridor, Wish wish) {
        String detail = "The source amount can be at most %s.".formatted(corridor.maximum());
        return Refusal.invalid(List.of(FieldError.at(wish.pointer(), "amount-maximum", detail)));
    }

    private static Refusal unserved() {
        String detail = "This pair is not served; GET /v1/corridors lists those that are.";
        return Refusal.invalid(List.of(FieldError.at("/destination/currency", "corridor-unserved", detail)));
    }

    private static Refusal unavailable() {
        return Refusal.of(ProblemType.UNAVAILABLE, "The dealer gives no rate at the moment.")
                .retryAfter(BREATH);
    }
}
