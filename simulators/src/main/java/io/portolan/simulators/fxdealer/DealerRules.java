package io.portolan.simulators.fxdealer;

import io.portolan.simulators.instruction.Kind;
import io.portolan.simulators.instruction.Rejection;
import io.portolan.simulators.instruction.lifecycle.IntendedOutcome;
import io.portolan.simulators.instruction.lifecycle.Repositories;
import io.portolan.simulators.store.Sql;
import java.time.InstantSource;

/** The dealer's rules for a trade: rejected at once, or what its scenario says. */
final class DealerRules {

    static final Rejection EXPIRED = new Rejection("quote_expired", "the quote has expired or has already been used");

    private final Repositories repositories;
    private final InstantSource clock;

    DealerRules(Repositories repositories, InstantSource clock) {
        this.repositories = repositories;
        this.clock = clock;
    }

    IntendedOutcome decide(Sql sql, TradeRequest trade, Quote quote) {
        var references = trade.reference() + " " + quote.reference();
        boolean used = repositories.instructions().totalNotRejected(sql, Kind.FX, quote.id()) > 0;
        if (used
                || !clock.instant().isBefore(quote.expiresAt())
                || DealerScenarios.isReportedExpired(references, trade.key())) {
            return new IntendedOutcome.ImmediateRejection(EXPIRED);
        }
        var intended = DealerScenarios.decide(references);
        return intended instanceof IntendedOutcome.ImmediateRejection
                        || repositories
                                .accounts()
                                .isCovered(sql, quote.transfers().getFirst())
                ? intended
                : new IntendedOutcome.ImmediateRejection(Kind.FX.insufficientFunds());
    }
}
