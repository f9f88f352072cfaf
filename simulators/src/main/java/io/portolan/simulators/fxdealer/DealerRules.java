package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** A dealer's rules for a trade: rejected at once, or what its scenario says. */
final class DealerRules {

    static final Rejection EXPIRED = new Rejection("quote_expired", "the quote has expired or has already been used");
    private static final Rejection CLOSED = new Rejection("dealer_closed", "the dealer does not trade at this time");

    private final Dealer dealer;
    private final Repositories repositories;
    private final InstantSource clock;

    DealerRules(Dealer dealer, Repositories repositories, InstantSource clock) {
        this.dealer = dealer;
        this.repositories = repositories;
        this.clock = clock;
    }

    /** When a quote that is made now expires. */
    Instant expiryOfQuote(Duration timeToLive) {
        return clock.instant().plus(timeToLive);
    }

    IntendedOutcome decide(Sql sql, TradeRequest trade, Quote quote) {
        return findRejection(sql, trade, quote)
                .<IntendedOutcome>map(IntendedOutcome.ImmediateRejection::new)
                .orElseGet(() -> decideServed(sql, trade, quote));
    }

    private Optional<Rejection> findRejection(Sql sql, TradeRequest trade, Quote quote) {
        boolean used = repositories.instructions().totalNotRejected(sql, dealer.kind(), quote.id()) > 0;
        if (used
                || !clock.instant().isBefore(quote.expiresAt())
                || isFirst(sql, "FX-EXPIRED", trade, quote, DealerScenarios::isExpiredFirst)) {
            return Optional.of(EXPIRED);
        }
        return isFirst(sql, "FX-CLOSED", trade, quote, DealerScenarios::isClosedFirst)
                ? Optional.of(CLOSED)
                : Optional.empty();
    }

    /** Whether the reference of the trade, or else of its quote, chooses the scenario and this is its first trade. */
    private boolean isFirst(
            Sql sql, String scenario, TradeRequest trade, Quote quote, BiPredicate<Dealer, String> isChosenBy) {
        return Stream.of(trade.reference(), quote.reference())
                .filter(reference -> isChosenBy.test(dealer, reference))
                .findFirst()
                .filter(reference -> repositories.oneTimeScenarios().addIfNew(sql, scenario, reference))
                .isPresent();
    }

    private IntendedOutcome decideServed(Sql sql, TradeRequest trade, Quote quote) {
        var intended = DealerScenarios.decide(dealer, trade.reference() + " " + quote.reference());
        return intended instanceof IntendedOutcome.ImmediateRejection
                        || repositories
                                .accounts()
                                .isCovered(sql, quote.transfers().getFirst())
                ? intended
                : new IntendedOutcome.ImmediateRejection(dealer.kind().insufficientFunds());
    }
}
